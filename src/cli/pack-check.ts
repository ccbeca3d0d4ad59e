import { readPackFolder } from '../app/pack-folder.ts';
import { vocabulary } from '../app/vocabulary.ts';
import { Refusal } from '../kernel/refusal.ts';
import { checkPack } from '../mechanism/check.ts';

/** `pack check DIR`: everything that is wrong with a pack, each with file and line. */
export async function checkPackCommand(words: readonly string[]): Promise<number> {
  const [folder] = words;
  if (folder === undefined) throw new Refusal('usage', '请写明机制包的文件夹，例如 ./tandem pack check packs/taixing。');
  const { mechanism, faults, cases } = checkPack(await readPackFolder(folder), vocabulary);
  for (const it of faults) console.error(`${it.file}:${it.line} ${it.message}`);
  if (faults.length > 0) {
    console.error(`共 ${faults.length} 处需要改正；案例 ${cases.passed} 个通过，${cases.failed} 个不符。`);
    return 1;
  }
  const { pack } = mechanism!;
  console.log(`${pack.city.name}：${pack.tasks.length} 项任务，${pack.measures.length} 个指标，${pack.awards.length} 项奖励，${pack.registers.length} 张台账，${pack.cases.length} 个案例全部通过。`);
  return 0;
}
