import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addressShown, changeSearch, followAddress, go, hrefOf } from './address.ts';

const ORIGIN = 'http://127.0.0.1:8080';

/** As much of a browser as has an address: entries of a history, one of them current. */
class Browser {
  entries: { href: string; state: unknown }[] = [{ href: `${ORIGIN}/board?year=2021`, state: null }];
  at = 0;
  pop = () => {};
  window = { scrollY: 0, addEventListener: (_: string, pop: () => void) => (this.pop = pop) };
  get location() {
    return new URL(this.entries[this.at]!.href);
  }
  history = {
    scrollRestoration: 'auto',
    pushState: (state: unknown, _: string, href: string) => (this.entries = [...this.entries.slice(0, (this.at += 1)), { href: new URL(href, ORIGIN).href, state }]),
    replaceState: (state: unknown, _: string, href = this.location.href) => (this.entries[this.at] = { href: new URL(href, ORIGIN).href, state }),
  };
  back(): void {
    this.at -= 1;
    this.pop();
  }
}

let browser: Browser;
let coming: Record<string, Promise<void>>;

beforeEach(() => {
  vi.useFakeTimers();
  browser = new Browser();
  coming = {};
  vi.stubGlobal('window', browser.window);
  vi.stubGlobal('history', new Proxy({}, { get: (_, part) => (part === 'state' ? browser.entries[browser.at]!.state : Reflect.get(browser.history, part)), set: () => true }));
  vi.stubGlobal('location', new Proxy({}, { get: (_, part) => Reflect.get(browser.location, part) }));
  followAddress((path) => coming[path]);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('the year goes along to the next page, unless that one has its own or is to have none', () => {
  expect(hrefOf('/awards')).toBe('/awards?year=2021');
  expect(hrefOf('/awards', { award: 'a 1', year: 2020 })).toBe('/awards?year=2020&award=a+1');
  expect(hrefOf('/awards', { year: undefined })).toBe('/awards');
});

test('a change of the search leaves the rest of it, what is kept aside, and the scrolling', () => {
  go('/registers/talent?unit=gaoxinqu', { kept: { words: '王' } });
  changeSearch({ page: 2 });
  expect(addressShown()).toEqual({ path: '/registers/talent', search: { unit: 'gaoxinqu', page: '2' }, kept: { words: '王' }, scroll: undefined });
  expect(browser.location.href).toBe(`${ORIGIN}/registers/talent?unit=gaoxinqu&page=2`);
});

test('the way back leads to where one had scrolled, with what was kept aside', () => {
  go('/registers/talent', { kept: { words: '王' } });
  browser.window.scrollY = 640;
  go('/dossiers/7');
  expect(addressShown()).toMatchObject({ path: '/dossiers/7', kept: {}, scroll: 0 });
  browser.back();
  expect(addressShown()).toMatchObject({ path: '/registers/talent', kept: { words: '王' }, scroll: 640 });
});

test('to go where one is makes no second entry, and neither does going in the place of it', () => {
  go('/board?year=2021');
  go('/awards', { replace: true });
  expect(browser.entries.map((it) => it.href)).toEqual([`${ORIGIN}/awards`]);
});

test('the page before stays until the next is there, or 200 ms', async () => {
  let come = () => {};
  coming['/awards'] = new Promise((resolve) => (come = resolve));
  coming['/imports'] = new Promise(() => {});
  go('/awards');
  expect(addressShown().path).toBe('/board');
  come();
  await vi.advanceTimersByTimeAsync(0);
  expect(addressShown().path).toBe('/awards');
  go('/imports');
  await vi.advanceTimersByTimeAsync(199);
  expect(addressShown().path).toBe('/awards');
  await vi.advanceTimersByTimeAsync(1);
  expect(addressShown().path).toBe('/imports');
});

test('who went on meanwhile never sees the page that came late', async () => {
  let come = () => {};
  coming['/awards'] = new Promise((resolve) => (come = resolve));
  go('/awards');
  go('/freezes');
  come();
  await vi.advanceTimersByTimeAsync(300);
  expect(addressShown().path).toBe('/freezes');
});

test('a leap within the page keeps what the history kept', () => {
  go('/registers/talent', { kept: { words: '王' } });
  browser.entries.push({ href: `${ORIGIN}/registers/talent#main`, state: null });
  browser.at += 1;
  browser.pop();
  expect(addressShown()).toMatchObject({ path: '/registers/talent', kept: { words: '王' } });
  expect(browser.entries[browser.at]!.state).toMatchObject({ kept: { words: '王' } });
});
