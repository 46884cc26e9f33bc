/** Whole builds with corrections: in the order, in slots and treatments, with a look and a mask; seen in plan and report. */
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { makeWorkspace, ORDER, photo, plainWorkspace, type TestWorkspace } from '../support/workspace.ts';

const opened: TestWorkspace[] = [];
afterAll(() => {
  for (const workspace of opened) workspace.remove();
});

const HOUSE = `
images:
  encoders: { avif: { quality: 50, effort: 0 }, webp: { quality: 70, effort: 0 }, jpeg: { quality: 90 } }
  treatments:
    ink: { duotone: ['{colour.ink}', '#ffffff'] }
    film: [{ lut: looks/film.cube }, { sharpen: 30 }]
  slots:
    hero: { ratio: [16, 9], widths: [160, 320], formats: [jpeg], treatment: ink }
    card: { ratio: [1, 1], widths: [80], formats: [webp, jpeg], corrections: [{ exposure: 0.5 }], treatment: film }
`;
/** Turns everything to one red. */
const RED = `LUT_3D_SIZE 2\n${'0.8 0.1 0.1\n'.repeat(8)}`;
const WISHES = '    corrections: [{ rotate: 90 }, { mask: shape }, { curve: [[0, 0], [0.5, 0.6], [1, 1]] }]\n    rights:';

async function open(): Promise<TestWorkspace> {
  const shape = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#fff' } })
    .composite([{ input: { create: { width: 800, height: 300, channels: 3, background: '#000' } }, left: 0, top: 300 }])
    .png()
    .toBuffer();
  const workspace = makeWorkspace(
    await plainWorkspace({
      'templates/plain/house.yaml': HOUSE,
      'templates/plain/looks/film.cube': RED,
      'assets/try/order.yaml': ORDER.replace('    rights:', WISHES).replace(
        'deliver:',
        '  - { name: shape, file: photos/shape.png, alt: { en: "", nl: "" }, rights: { creator: A, licence: all } }\ndeliver:',
      ),
      'assets/try/photos/shape.png': shape,
    }),
  );
  opened.push(workspace);
  return workspace;
}

test('every place shows the picture as it was corrected for it', async () => {
  const workspace = await open();
  const { code, report } = workspace.build('--no-measure');
  expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(code).toBe(0);
  const files = Object.keys(workspace.tree('output/try/site/img'));
  // What is cut out can be no JPEG.
  expect(files.filter((path) => path.endsWith('.jpg'))).toEqual([]);
  const pixelsOf = async (pattern: RegExp) => {
    const name = files.find((path) => pattern.test(path)) ?? '';
    const { data, info } = await sharp(workspace.path('output/try/site/img', name))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return (x: number, y: number): number[] => [
      ...data.subarray((Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 4).subarray(0, 4),
    ];
  };
  // The lower half was masked, and lies left after a turn to the right.
  const hero = await pixelsOf(/-320-.*png$/);
  expect([hero(0.2, 0.5)[3], hero(0.8, 0.5)[3]]).toEqual([0, 255]);
  const [red = 0, green = 0, blue = 0] = hero(0.8, 0.5);
  expect(blue).toBeGreaterThan(red);
  expect(green).toBeGreaterThan(red);
  const card = await pixelsOf(/-80-.*png$/);
  expect(
    card(0.8, 0.5)
      .slice(0, 3)
      .map((value) => Math.round(value / 10)),
  ).toEqual([20, 3, 3]);

  const again = workspace.build('--no-measure');
  expect(again.report.jobs.made).toBe(0);
});

test('the report shows before and after, the plan tells the steps, and another look makes only its own again', async () => {
  const workspace = await open();
  workspace.build('--no-measure');
  const { readFileSync } = await import('node:fs');
  const html = readFileSync(workspace.path('output/try/report.html'), 'utf8');
  const section = /<section><h2>Corrections<\/h2>.*?<\/section>/s.exec(html)?.[0] ?? '';
  expect(section.match(/<li>/g)).toHaveLength(2);
  expect(section).toContain('cut out by mask, turned +90°, curve');
  expect(section).toContain('duotone #112233 – #ffffff');
  const shown = [...section.matchAll(/<img src="([^"]+)"/g)].map(([, path]) => path as string);
  expect(shown).toHaveLength(4);
  for (const path of shown) expect((await sharp(workspace.path('output/try', path)).metadata()).width).toBeLessThanOrEqual(640);
  expect(workspace.run('plan', 'try').stdout).toContain('exposure +0.5 EV, colour table');

  workspace.write({ 'templates/plain/looks/film.cube': RED.replaceAll('0.8 0.1 0.1', '0.1 0.8 0.1') });
  const { report } = workspace.build('--no-measure');
  // Two formats of the card, WebP and PNG, the page that is finished by their weights, and the proof.
  expect(report.jobs.made).toBe(4);
});

test('an order without corrections has no such section and no such files', async () => {
  const workspace = makeWorkspace(await plainWorkspace({ 'assets/try/photos/sea.jpg': await photo(800, 600) }));
  opened.push(workspace);
  workspace.build('--no-measure');
  const { readFileSync } = await import('node:fs');
  expect(readFileSync(workspace.path('output/try/report.html'), 'utf8')).not.toContain('class="proofs"');
  expect(workspace.tree('output/try/review')).toEqual({});
});
