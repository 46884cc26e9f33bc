/** Graphs of cuts as text: what is shared stands once, every number is said, and nothing that a user wrote can leave its place. */
import { expect, test } from 'vitest';
import { channelOf } from '../../pipeline/channels/media.ts';
import { planFilm } from '../../pipeline/jobs/cut.ts';
import type { FilmCut } from '../../pipeline/model/cut.ts';
import type { CutRecipe } from '../../pipeline/model/cut-recipe.ts';
import type { Job } from '../../pipeline/model/job.ts';
import type { MediaChannel } from '../../pipeline/model/media-rules.ts';
import { cutGraph, escaped } from '../../pipeline/tools/cut-graph.ts';
import { outputOptions } from '../../pipeline/tools/cut-outputs.ts';
import { evenly } from '../../pipeline/tools/cut-part.ts';
import { clipAsset, filmCut, part } from '../support/numbered-clips.ts';

const jobsOf = (cut: FilmCut, channel: string): Job<CutRecipe>[] => {
  const assets = new Map(['a', 'b'].map((name) => [name, clipAsset(name, { width: 1920, height: 1080, seconds: 30 })]));
  const toolchain = { ffmpeg: 'f', sharp: 's', subsetFont: 't' };
  const planned = planFilm({ cut: { ...cut, channel }, assets, channel: channelOf(channel) as MediaChannel, toolchain });
  return (planned?.jobs ?? []).filter((job): job is Job<CutRecipe> => job.kind === 'cut');
};
const graphOf = (jobs: readonly Job<CutRecipe>[]) =>
  cutGraph(jobs.map(({ recipe, inputs }) => ({ recipe, paths: inputs.map((_, at) => `/clips/${at}`) })));

test('a ladder is sized to its clip, each size scaled once for both codecs, all from one decode', () => {
  const jobs = jobsOf(filmCut([part('a', 1, 11)]), 'web');
  const films = jobs.flatMap(({ recipe: { output } }) =>
    output.what === 'film' ? [[output.codec, output.width, output.height, output.crf, output.level]] : [],
  );
  expect(films).toEqual([
    ['av1', 1920, 1080, 35, 8],
    ['h264', 1920, 1080, 23, 40],
    ['av1', 1280, 720, 35, 5],
    ['h264', 1280, 720, 22, 31],
    ['av1', 854, 480, 35, 4],
    ['h264', 854, 480, 21, 30],
  ]);
  expect(new Set(jobs.map(({ batch }) => batch)).size).toBe(1);
  const { inputs, graph } = graphOf(jobs);
  expect(inputs).toEqual([{ path: '/clips/0', type: 'mp4', options: ['-ss', '0.980000', '-t', '10.140000'] }]);
  expect([graph.match(/scale=1280:720/g)?.length, graph.match(/fps=fps=/g)?.length]).toEqual([1, 1]);
});

test('the same moments for another channel are the same batch and share their decode, others are not', () => {
  const cut = filmCut([part('a', 1, 5), part('b', 2, 6, { fade: 0.4 })]);
  const [tall, wide, later] = [jobsOf(cut, 'tiktok'), jobsOf(cut, 'youtube'), jobsOf(filmCut([part('a', 2, 6)]), 'tiktok')];
  expect([tall[0]?.batch === wide[0]?.batch, tall[0]?.batch === later[0]?.batch]).toEqual([true, false]);
  const { inputs, graph } = graphOf([...tall, ...wide]);
  expect(inputs).toHaveLength(2);
  expect(
    graph.match(/xfade=transition=fade:duration=0\.400000:offset=3\.600000,settb=1\/25,setpts=N,fps=25\/1,format=yuv420p/g),
  ).toHaveLength(2);
});

test('what is said of a film is said whole: tags, limits, no edit list where none is taken', () => {
  const [film] = jobsOf(filmCut([part('a', 1, 5)]), 'instagram-reel');
  const options = outputOptions(film?.recipe.output as CutRecipe['output'], '[o0]', { sound: 1 }).join(' ');
  expect(options).toContain('-map [o0] -fps_mode passthrough -map_metadata -1 -map_chapters -1 -sn -dn -map 1:a:0 -c:a copy -c:v libx264');
  expect(options).toContain(
    '-maxrate 20000000 -bufsize 40000000 -x264-params sliced-threads=1 -colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv -g 50 -threads 2',
  );
  expect(options).toContain('-movflags +faststart+negative_cts_offsets -use_editlist 0 -f mp4');
});

test('a focus moves on straight lines, and paths cannot leave their option', () => {
  expect(evenly([[0, 0.5]])).toBe('0.5');
  expect(
    evenly([
      [1, 0.2],
      [3, 0.6],
    ]),
  ).toBe('if(lt(t,1),0.2,if(lt(t,3),0.2+0.4*(t-1)/2,0.6))');
  expect(escaped("/a b/it's: [x],y;z")).toBe("/a b/it\\\\\\'s\\\\: \\[x\\]\\,y\\;z");
});

test('a clip that was not read gives no film', () => {
  const toolchain = { ffmpeg: 'f', sharp: 's', subsetFont: 't' };
  expect(
    planFilm({ cut: filmCut([part('a', 0, 1)]), assets: new Map(), channel: channelOf('web') as MediaChannel, toolchain }),
  ).toBeUndefined();
});
