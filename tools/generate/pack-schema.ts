import { z } from 'zod';
import { amount, award } from '../../src/mechanism/format/awards.ts';
import { packCase } from '../../src/mechanism/format/cases.ts';
import { condition, list } from '../../src/mechanism/format/conditions.ts';
import { course, evidenceKind } from '../../src/mechanism/format/courses.ts';
import { figureOwners, measure } from '../../src/mechanism/format/measures.ts';
import { pack } from '../../src/mechanism/format/pack.ts';
import { register } from '../../src/mechanism/format/registers.ts';
import { certification, parameterDeclaration, task } from '../../src/mechanism/format/tasks.ts';
import { group, unit } from '../../src/mechanism/format/units.ts';
import { day, id, label, money, parameter, period, rate } from '../../src/mechanism/format/words.ts';

/** What stands once under `$defs`, by its name in the format. */
const named = { amount, award, case: packCase, certification, condition, course, day, evidenceKind, figureOwners, group, id, label, list, measure, money, parameter, parameterDeclaration, period, rate, register, task, unit };

/** The pack format as JSON Schema: for editors that check and complete YAML. What a schema cannot say is said by `./tandem pack check`. */
export function packSchema(): string {
  const names = z.registry<{ id: string }>();
  for (const [name, schema] of Object.entries(named)) names.add(schema, { id: name });
  // A pack is several files, each with some of the keys, so no key is asked of every file.
  const { required: _, ...schema } = z.toJSONSchema(pack, { io: 'input', metadata: names });
  return `${JSON.stringify({ ...schema, title: 'A file of a Tandem pack' }, null, 2)}\n`;
}
