/** Pages, a stand-in for the run-time of banners and a look at processes, for the tests that drive a browser. */
import { execFileSync } from 'node:child_process';

export const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  png: 'image/png',
  woff2: 'font/woff2',
};

export const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Kaai</title>${head}</head><body>${body}</body></html>`;

/** Stands in for pipeline/browser/motion.ts by the same contract. */
export const RUNTIME = `
  export const start = (motion) => {
    const timeline = motion();
    const total = timeline.totalDuration();
    const endless = total > 1e6;
    window.kader = {
      timeline, ready: document.fonts.ready,
      seek: (to) => timeline.pause(to === 'end' ? (endless ? timeline.duration() : total) : to),
      facts: () => ({ seconds: endless ? null : total, endless, loops: timeline.repeat() + 1, hasTimeline: true }),
    };
    if (location.hash !== '#kader-still') timeline.play();
  };`;

/** Browser processes that the test's own process started, children of children too. */
export function processes(): { pid: number; args: string }[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' }).trim().split('\n');
  const all = lines
    .map((line) => line.trim().split(/\s+/))
    .map(([pid, parent, stat, ...args]) => ({ pid: Number(pid), parent: Number(parent), stat: stat ?? '', args: args.join(' ') }));
  const family = new Set([process.pid]);
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all.filter(({ pid, stat, args }) => family.has(pid) && !stat.startsWith('Z') && args.includes('--'));
}
