/** What a terminal is told: the same words once. */
import { expect, test } from 'vitest';
import { finding } from '../../pipeline/checks/catalogue.ts';
import { openConsole } from '../../pipeline/commands/console.ts';

test('what is said alike of many banners is said once, with their number', () => {
  let told = '';
  const out = {
    isTTY: false,
    write: (text: string) => {
      told += text;
      return true;
    },
  };
  const streams = { stdout: out, stderr: out, env: {} } as unknown as Parameters<typeof openConsole>[0];
  const about = (deliverable: string, slot: string) => finding('banner-image-missing', { file: 'order.yaml', deliverable }, { slot });
  openConsole(streams, 'nl', false).findings([about('banners/a', 'sea'), about('banners/b', 'sky'), about('banners/c', 'sea')]);
  const lines = told.split('\n');
  expect(lines).toHaveLength(5);
  expect(lines[0]).toContain('order.yaml banners/a en nog 1  ');
  expect(lines[2]).toContain('order.yaml banners/b  ');
});
