/** What `./tandem help` prints. */
export const USAGE = `双招双引联动平台

  ./tandem start [--demo] [--port 端口] [--data 目录] [--pack 目录] [--today 日期]
      启动平台；--demo 载入示范年度，只在本机打开，可选角色查看
  ./tandem import 文件… [--data 目录] [--document 依据] [--report 报告.json] [--refused 退回.xlsx]
      期初建账：导入过去年度的台账及其认定（.xlsx 或 .csv）
  ./tandem figures --year 年度 [--json] [--standing declared]
  ./tandem awards --year 年度 [--json]
  ./tandem explain 指标 单位 时段          例如 a9.sessions 泰兴市 2021
  ./tandem freeze 时段 [--document 依据]   时段写成 2021、2021H1、2021Q1、2021B1、2021-03
  ./tandem audit                           从事实重算，核对全部数字
  ./tandem audit --log                     从第一行起核对审计日志：校验码、封存、签名与见证
  ./tandem backup 文件 [--passphrase-file 口令文件]
      备份全部数据到一个文件；平台运行时也可以
  ./tandem restore 文件 [--data 目录] [--passphrase-file 口令文件]
      恢复到空的数据目录或空的数据库
  ./tandem pack check 目录                 检查机制包
  ./tandem test [--stories [名称…]]        全部检查；只跑浏览器故事

数据目录默认为 data；设了 DATABASE_URL 时使用该 PostgreSQL。`;
