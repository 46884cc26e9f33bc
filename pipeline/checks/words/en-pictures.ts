/** English words for what preflight finds in how pictures came about, what they show, and what repairing them costs. */
import type { PreflightCode } from '../codes.ts';
import type { Words } from './say.ts';

export const enPictures = {
  'repair-over-budget': {
    title: (a) =>
      `To mend or replace what was supplied takes about ${a.number('hours')} h of the ${a.number('budget')} h in the budget (${a.number('actual')}\u00a0%); more than ${a.number('expected')}\u00a0% leaves too little for the work itself.`,
    advice: () => 'Ask the client for better material before you begin, or agree on more hours.',
  },
  'image-turned-twice': {
    title: (a) =>
      `The picture “${a.text('asset')}” will probably lie on its side: its pixels were turned already, and its EXIF flag (${a.number('actual')}) still says to turn them.`,
    advice: () => 'Please open it, see which side is up, and save it with the flag reset, or ask for the file as the camera wrote it.',
  },
  'image-ai-made': {
    title: (a) =>
      `The file of “${a.text('asset')}” says that ${a.has('part') ? 'parts of it were' : 'it was'} made by an AI generator${a.has('forbidden') ? ', and the order forbids that' : ''}.`,
    advice: (a) =>
      a.has('forbidden')
        ? 'Please ask for a photograph or a drawing made by a person, or talk it over with the client.'
        : 'Ask the client whether that is wanted, and whether it must be told beside the picture.',
  },
  'rights-unreleased': {
    title: (a) =>
      `The file of “${a.text('asset')}” ${a.text('whose') === 'property' ? 'says that the owner of what it shows has not, or not fully, agreed to its use' : 'names people or says how far they agreed, and full consent (a model release) is not among it'}; the order lists no release either.`,
    advice: () => 'Ask the photographer for the release and name it under rights: releases in the order, or use other material.',
  },
  'image-print-coarse': {
    title: (a) =>
      `The picture “${a.text('asset')}” gives ${a.has('pixels') ? `${a.number('pixels')} ppi at ${a.text('planned')}, but was enlarged or is soft: it has the detail of ${a.number('actual')}` : `${a.number('actual')} ppi at ${a.text('planned')}`} (${a.text('class')}), which asks for ${a.number('expected')}; it would print soft or in steps.`,
    advice: (a) =>
      a.has('pixels')
        ? 'Please send the picture as the camera took it: more pixels alone bring nothing back.'
        : `Please send a larger original, or print it no larger than ${a.text('largest')}.`,
  },
  'image-banding': {
    title: (a) => `Smooth parts of “${a.text('asset')}” are broken into steps (banding), which show in skies and soft backgrounds.`,
    advice: () => 'Please ask for the raw file or a 16-bit TIFF before it was corrected; smoothing the steps afterwards takes handwork.',
  },
  'image-on-ground': {
    title: (a) =>
      `The picture “${a.text('asset')}” has a background of its own${a.when('ground', ' (', ')')} and nothing see-through; on any other colour it would stand in a box.`,
    advice: () => 'Please ask for it as SVG, or as PNG with a transparent background.',
  },
  'image-vanishes': {
    title: (a) =>
      `The see-through picture “${a.text('asset')}” vanishes on a light page: ${a.number('actual')}\u00a0% of what can be seen of it is nearly white.`,
    advice: () => 'Ask for the version for light backgrounds, or show it on a dark one only.',
  },
  'image-animation-dropped': {
    title: (a) =>
      `The picture “${a.text('asset')}” moves (${a.number('actual')} frames); in the slot “${a.text('slot')}” only its first frame is shown.`,
    advice: (a) =>
      a.has('large')
        ? 'All its frames together are too large to be made; ask for a smaller or shorter version, or for the video.'
        : 'When it should move there, give the slot animation: video, or keep for its own frames; banners never show more than the first frame.',
  },
  'image-animation-see-through': {
    title: (a) =>
      `The picture “${a.text('asset')}” moves and is see-through; no video that browsers play can be, so in the slot “${a.text('slot')}” its frames are kept as they are.`,
    advice: () => 'Frames weigh several times as much as a video. Ask for the picture on the ground that it will stand on.',
  },
  'image-animation-restless': {
    title: (a) =>
      `The picture “${a.text('asset')}” moves in the place “${a.text('slot')}” for more than five seconds, and a reader cannot hold it (WCAG 2.2.2).`,
    advice: () => 'Give the place animation: video, which has controls, or let the picture end within five seconds.',
  },
  'image-first-of-many': {
    title: (a) => `${a.text('file')} holds ${a.has('actual') ? a.number('actual') : 'several'} pictures; only the first is used.`,
    advice: () => 'If another one is meant, please ask for it as a file of its own.',
  },
  'illustrator-without-pdf': {
    title: (a) => `${a.text('file')} was saved from Illustrator without its PDF content, so no other program can read the drawing in it.`,
    advice: () =>
      'Please open it in Illustrator and save it again with the option “Create PDF Compatible File”, or export it as PDF or SVG.',
  },
  'pdf-locked': {
    title: (a) => `${a.text('file')} is protected with a password and cannot be opened without it.`,
    advice: () => 'Please ask for the file without a password, or open it with the password and save it again without one.',
  },
} as const satisfies Partial<Record<PreflightCode, Words>>;
