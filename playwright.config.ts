import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/stories/browser.ts';

const launchOptions = await findBrowser();

/** The browser stories: a real Chromium on a platform that each story starts for itself. */
export default defineConfig({
  testDir: 'tests/stories',
  testMatch: '*.story.ts',
  globalSetup: './tests/stories/pages.ts',
  outputDir: 'build/stories/results',
  timeout: 180_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 2,
  retries: 0,
  reporter: [['list']],
  use: { actionTimeout: 15_000, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', launchOptions },
});
