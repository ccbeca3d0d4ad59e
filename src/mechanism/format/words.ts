import { z } from 'zod';
import { parseDay } from '../../kernel/day.ts';
import { parseMoney, parseRate } from '../../kernel/fen.ts';
import { periods } from '../../kernel/window.ts';

/** Identifiers of a pack: letters, digits, dots and hyphens, beginning with a letter. */
export const id = z.string().regex(/^[A-Za-z][A-Za-z0-9]*([.-][A-Za-z0-9]+)*$/, '编号只能用字母、数字、点和连字符，并以字母开头');
export const label = z.string().min(1, '不能为空');
export const day = z.string().refine((text) => parseDay(text) !== undefined, '应为存在的日期，写成 2021-03-05');
export const period = z.enum(periods);
export const money = z.string().refine((text) => parseMoney(text) !== undefined, '应为金额，写成“200万元”');
export const rate = z.string().refine((text) => parseRate(text) !== undefined, '应为比率，写成“5‰”或“30%”');
/** A value that a decision may set: `{ param: id }`. */
export const parameter = z.strictObject({ param: id });
/** Rules hold from and to a day of the event, both included. */
export const validity = { from: day.optional(), to: day.optional() };
