import type { Queryable } from '../../base/database.ts';
import { type Keyed, openText } from '../../base/sealed-value.ts';
import type { Dossier } from '../../mechanism/dossier.ts';
import type { Pack } from '../../mechanism/format/pack.ts';
import { ENTRY } from '../../mechanism/vocabulary.ts';
import { type Key, keysOf, personKeys } from './keys.ts';

/** What can be held: a project's investor, a talent who was introduced. */
export const HELD_KINDS = ['project', 'talent'] as const;

/** What of a record is asked for its keys. */
type Lead = Pick<Dossier, 'id' | 'kind' | 'fields'>;

interface Human {
  readonly id: string;
  readonly name: string;
  readonly phone: Uint8Array | null;
  readonly id_number: Uint8Array | null;
}

/** The humans whom a lead is recognised by. */
function peopleOf({ kind, fields }: Lead): string[] {
  const named = kind === 'talent' ? [fields['name']] : [fields['contact'], fields['controller']];
  return named.filter((it) => typeof it === 'string');
}

/** The keys of some leads as they stand, in their order. */
export async function keysOfLeads(db: Queryable & Keyed, pack: Pack, leads: readonly Lead[]): Promise<Key[][]> {
  const { rows } = await db.query<Human>('select id, name, phone, id_number from person where id = any($1::uuid[]) and erased_at is null', [[...new Set(leads.flatMap(peopleOf))]]);
  const people = new Map(rows.map((it) => [it.id, it]));
  return leads.map(({ kind, fields }) => {
    const human = (field: string): Human | undefined => people.get(String(fields[field]));
    if (kind === 'talent') {
      const it = human('name');
      return it ? personKeys(db, { name: it.name, phone: phoneOf(db, it), idNumber: numberOf(db, it) }, it.id) : [];
    }
    const [contact, controller] = [human('contact'), human('controller')];
    const text = (field: string): string | undefined => (typeof fields[field] === 'string' ? fields[field] : undefined);
    return keysOf(db, pack, { name: text('investor'), code: text('creditCode'), phone: contact && phoneOf(db, contact), controller: controller?.name }, { phone: contact?.id, controller: controller?.id });
  });
}

function phoneOf(keyed: Keyed, { id, phone }: Human): string | undefined {
  return phone ? openText(keyed, `person.phone ${id}`, phone) : undefined;
}

function numberOf(keyed: Keyed, { id, id_number }: Human): string | undefined {
  return id_number ? openText(keyed, `person.id_number ${id}`, id_number) : undefined;
}

/** Keeps the keys of some leads instead of those that they had. */
export async function storeKeys(db: Queryable & Keyed, pack: Pack, leads: readonly Dossier[]): Promise<void> {
  if (leads.length === 0) return;
  const keys = await keysOfLeads(db, pack, leads);
  const rows = leads.map((it, at) => ({ subject_id: it.id, entry: it.milestones[ENTRY]?.fact ?? null, people: peopleOf(it), keys: keys[at] }));
  await db.query(
    `insert into holding_lead (subject_id, entry, people) select r.subject_id, coalesce(r.entry, r.subject_id), r.people
     from jsonb_to_recordset($1) as r (subject_id uuid, entry uuid, people uuid[])
     on conflict (subject_id) do update set entry = excluded.entry, people = excluded.people`,
    [JSON.stringify(rows)],
  );
  await db.query('delete from holding_key where subject_id = any($1::uuid[])', [leads.map((it) => it.id)]);
  await db.query(
    `insert into holding_key (subject_id, kind, mac, person_id)
     select r.subject_id, k.kind, k.mac, k.person from jsonb_to_recordset($1) as r (subject_id uuid, keys jsonb)
     cross join jsonb_to_recordset(r.keys) as k (kind text, mac text, person uuid) on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}
