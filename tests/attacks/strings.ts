/** Every beginning with every end. */
const each = (starts: readonly string[], ends: readonly string[]): string[] => starts.flatMap((start) => ends.map((end) => start + end));

const sqlStarts = ["'", '"', "')", "'))", '0', "1'", "\\'", '$$', "' /*", "%' ", '’', '＇'];
const sqlEnds = [
  ' or 1=1--', " or ''='", '; drop table fact;--', '; truncate posting cascade;--', ' union select null,null,null--', ' union select password_hash from account--', ' and 1=cast(version() as int)--',
  ' and (select pg_sleep(0))::text is null--', "; copy fact to program 'id';--", "; select lo_import('/etc/passwd');--", "; update role_grant set role='system-admin';--", '; alter table audit disable trigger all;--',
  " || (select string_agg(rolname,',') from pg_roles) || '", '; set role postgres;--', ' order by 99--', ' limit 0 offset 1--', '/**/or/**/1=1#', '; create function x() returns int language sql as $$select 1$$;--', " like '%%' escape '", '; begin; commit;--',
];
const templates = each(['{{', '${', '#{', '<%= ', '{%', '@(', '[[${', '*{', '{{{', '`${'], ['7*7', 'constructor.constructor("return process")()', "process.mainModule.require('child_process').execSync('id')", 'this', '__proto__', 'config.items()']).map((it) => {
  const close: Record<string, string> = { '{{{': '}}}', '{{': '}}', '<%=': '%>', '{%': '%}', '@(': ')', '[[${': '}]]', '`${': '}`' };
  return it + (Object.entries(close).find(([start]) => it.startsWith(start))?.[1] ?? '}');
});
const commands = each(['; ', '| ', '|| ', '& ', '&& ', '\n', '`', '$(', '> /tmp/x; ', '\r\n'], ['id', 'cat /etc/passwd', 'sleep 0', 'curl http://127.0.0.1:1/', 'rm -rf /tmp/tandem-never', 'touch /tmp/tandem-pwned', '{cat,/etc/passwd}']);
const ldap = each(['*', '*)', '*)(', 'admin)(', '*))%00'], ['(uid=*', '|(uid=*))', '&(password=*))', '(objectClass=*)', ')(cn=*', '\\2a\\28']);
const xpath = each(["'", '"', "']", 'x', "' and "], [' or 1=1 or ', "or '1'='1", '] | //* | a[', ' and count(/*)=1 and ', 'string-length(name(/*))=1', '/../../*']);
const formats = each(['%', '%%', '{0}', '%1$', '$1', '\\'], ['s', 'n', 'x', '08x', 's%s%s%s%s%s', '99999999s', 'p.p.p', 'u0000', 'x00', '&']);
const paths = each(['../', '..\\', '/', 'file:///', '....//', '%2e%2e%2f', '..%c0%af', '\\\\127.0.0.1\\', '/proc/self/', 'C:\\'], ['etc/passwd', '../../../../etc/shadow', 'environ', 'package.json', 'windows\\win.ini', 'data/keys/a', '.', 'con.txt']);
const lines = each(['\r\n', '\n', '\r', '%0d%0a', '\u2028', '\u2029', '\u0085', '\v', '嘊嘍'], ['Set-Cookie: tandem_session=a', 'Location: http://127.0.0.1:1/', 'X: y\r\n\r\n<p>', '2026-01-01 audit: ok', '[error] 管理员登录', 'HTTP/1.1 200 OK']);
const unicode = [
  ...each(['\u202e', '\u200b', '\u200d', '\ufeff', '\u00ad', '\u2066', '\u0301', '\u{e0041}', '\ufe0f', '\u3164'], ['管理员', 'admin', '2022-01-01', '100', 'gnp.exe']),
  'ﬁ', 'İ', 'ı', 'ſ', 'K', 'Å', 'ẞ', 'ａｄｍｉｎ', '㎏', '①', '½', 'Ⅷ', '٣', '𝟙', '𝒂', 'Ⓐ', '龍', '\u{2f800}', '\ufdfa', '\ufffd', '\uffff', '\u{10ffff}', 'e\u0301', '\u0301', `a${'\u0301'.repeat(200)}`, '👨‍👩‍👧‍👦', '🇨🇳', '\ud800', '\udc00a', 'a\ud83d', '\0', 'a\0b', '\x01', '\x1b[31m红', '\x7f', '\x80', '\u009f', 'ʼ', '′', '＜', '﹤',
];
const formulas = each(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t=', '\r=', '\n=', "'=", ' =', '"=', ';=', '|='], ['1+1', 'cmd|\' /C calc\'!A0', 'HYPERLINK("http://127.0.0.1:1/"&A1,"开")', 'WEBSERVICE("http://127.0.0.1:1/")', 'IMPORTXML("http://127.0.0.1:1/","//a")', 'SUM(A:A)', "DDE(\"cmd\";\"/C calc\";\"!A0\")"]);
const others = [
  ...each(['<!DOCTYPE a [<!ENTITY b SYSTEM "', '<?xml version="1.0"?><!DOCTYPE a SYSTEM "', '<xi:include href="'], ['file:///etc/passwd">]><a>&b;</a>', 'http://127.0.0.1:1/">']),
  ...each(['${jndi:', '${${lower:j}ndi:', '${env:'], ['ldap://127.0.0.1:1/a}', 'dns://127.0.0.1:1/}', 'PATH}']),
  ...each(['{"$', '{"', '[$'], ['gt":""}', 'where":"sleep(0)"}', 'ne":null}', '__proto__":{"a":1}}', 'regex]=.*']),
  '_x0001_', '_x005F_x0000_', '_x000D_', '&#0;', '&amp;lt;', '&xxe;', ']]>', '<![CDATA[', '-->', '(a+)+$', '^(([a-z])+.)+[A-Z]([a-z])+$', '%s%p%x%d', 'null', 'NULL', 'undefined', 'NaN', 'Infinity', '-0', '1e309', '0x1F', '1_000', 'true', '[]', '{}', '""', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'then', 'valueOf', '-', '--', '_', '%', '\\', '\\\\', "''", '1/0', '00', '9'.repeat(60),
];

/** Strings that do harm where text is taken for code: some 900, each once. */
export const injections: readonly string[] = [...new Set([...each(sqlStarts, sqlEnds), ...templates, ...commands, ...ldap, ...xpath, ...formats, ...paths, ...lines, ...unicode, ...formulas, ...others])];
