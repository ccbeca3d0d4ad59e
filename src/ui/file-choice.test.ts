import { expect, test } from 'vitest';
import { fileRefusal, fileSize } from './file-choice.ts';

test('sizes are printed for people', () => {
  expect([12, 1024, 35328, 2 * 1024 * 1024].map(fileSize)).toEqual(['12 字节', '1 KB', '34.5 KB', '2 MB']);
});

test('a file is refused for its ending, its size, its emptiness', () => {
  const take = (name: string, size: number) => fileRefusal({ name, size }, '.xlsx,.csv', 1);
  expect(take('台账.XLSX', 10)).toBeUndefined();
  expect(take('台账.xls', 10)).toBe('「台账.xls」不是xlsx、csv文件。');
  expect(take('台账.csv', 2 * 1024 * 1024)).toBe('「台账.csv」有 2 MB，超过 1 MB。');
  expect(take('台账.csv', 0)).toBe('「台账.csv」是空文件。');
  expect(fileRefusal({ name: '照片.jpg', size: 1 }, '', 1)).toBeUndefined();
});
