/** English words for packed banners, judged by what platforms, publishers, house and order ask. */
import type { AdCode } from '../codes.ts';
import type { Reading, Words } from './say.ts';

const sure: Readonly<Record<string, string>> = {
  primary: 'its own page',
  secondary: 'a copy or summary',
  old: 'from before 2020',
  unconfirmed: 'no page read',
};

/** Who asks it, where that stands and how sure it is. */
function asked(a: Reading): string {
  if (!a.has('by')) return '';
  if (a.text('by') === 'house' || a.text('by') === 'order') return ` Asked in ${a.text('source')}.`;
  return ` Asked by ${a.text('by')}${a.when('note', ' (', ')')}: ${a.text('source')}, ${sure[a.text('status')] ?? ''}${a.when('read', ', read ')}.`;
}

export const more = (a: Reading): string =>
  `${a.when('items', ': ')}${Number(a.text('count')) > 5 ? ` … ${a.number('count')} in all` : ''}`;
const limit = (a: Reading, write: (a: Reading) => string): string => (a.has('expected') ? write(a) : 'less');
/** Advice ends with who asks it. */
export const words = (title: Words['title'], advice: (a: Reading) => string): Words => ({ title, advice: (a) => advice(a) + asked(a) });

const weighed: Readonly<Record<string, string>> = {
  zip: 'packed',
  unzipped: 'unpacked',
  'unzipped-and-outside': 'unpacked, with what is loaded from elsewhere,',
  larger: 'packed or unpacked, whichever is more,',
  gzip: 'over the wire',
  'gzip-initial': 'over the wire, before the page has loaded,',
  'gzip-subload': 'over the wire, after the page has loaded,',
};
const broken: Readonly<Record<string, string>> = {
  'not-a-zip': 'it is no zip, or its end is missing',
  empty: 'there is no file in it',
  damaged: 'it is damaged',
  encrypted: 'it is encrypted',
  'too-large': 'it unpacks to far more than a banner',
  'too-many-files': 'it holds far more files than a banner',
  'unsafe-name': 'a name in it leads outside',
  'backslash-name': 'names in it are written with backslashes, which ad servers take for a part of the name',
  'unmarked-name': 'a name in it has letters beyond plain ones and does not say in which code, so every ad server reads it otherwise',
  'same-name': 'two files in it have the same name',
  'wrong-checksum': 'a file in it is not what its checksum says',
  'unknown-compression': 'a file in it is packed in a way that ad servers do not read',
};
const pages: Readonly<Record<string, string>> = {
  none: 'There is no page in the package',
  several: 'There are several pages in the package',
  'not-at-root': 'The page does not lie at the top of the package',
  name: 'The page has another name than is asked',
};
const tags: Readonly<Record<string, string>> = {
  missing: 'The page declares no click tag',
  name: 'The click tag has another name than is asked',
  several: 'There is more than one click tag',
  nested: 'The click tag is declared inside a function or block',
  'not-in-head': 'The click tag is not declared in the head of the page',
  'not-readable': 'The click tag does not stand in a line by itself',
  'in-gwd': 'A page made with Google Web Designer has a click tag of its own',
};
const backups: Readonly<Record<string, string>> = {
  type: 'is of another kind than is taken',
  name: 'has another name than the zip',
  size: 'has another size than the banner',
  inside: 'lies beside the zip and is wanted in it',
  beside: 'lies in the zip and is wanted beside it',
};
const gifs: Readonly<Record<string, string>> = {
  fps: 'changes too fast',
  loops: 'plays too often',
  seconds: 'moves too long',
  frames: 'has too many frames',
};

export const enAds: Readonly<Record<AdCode, Words>> = {
  'order-target-unknown': {
    title: (a) =>
      `No ${a.text('part') === 'publisher' ? 'publisher' : 'platform'} is called “${a.text('actual')}”, so nobody knows what it asks.`,
    advice: (a) => (a.has('nearest') ? `Did you mean “${a.text('nearest')}”?` : 'Type kader rules to see all names.'),
  },
  'order-rule-unknown': {
    title: (a) => `No rule is called “${a.text('actual')}”, so it would change nothing.`,
    advice: (a) => (a.has('nearest') ? `Did you mean “${a.text('nearest')}”?` : 'Type kader rules common to see the names of rules.'),
  },
  'banner-too-heavy': words(
    (a) =>
      `The banner weighs ${a.weighed('actual')} ${weighed[a.text('basis')] ?? 'packed'}; at most ${limit(a, () => a.weighed('expected'))} is taken, so it would be refused.`,
    () => 'Lower the quality of the pictures in template.yaml, use smaller picture boxes or fewer fonts.',
  ),
  'banner-too-long': words(
    (a) => `The banner moves for ${a.seconds('actual')}; at most ${limit(a, () => a.seconds('expected'))} is accepted.`,
    () => 'Shorten the timeline or let it repeat less often.',
  ),
  'banner-endless': words(
    () => 'The banner never stops moving, which ad platforms refuse and which tires readers.',
    (a) => `Let the timeline end${a.has('expected') ? ` within ${a.seconds('expected')}` : ''}: give it a number of repeats, not -1.`,
  ),
  'banner-too-many-loops': words(
    (a) => `The banner plays ${a.number('actual')} times; at most ${limit(a, () => a.number('expected'))} times is accepted.`,
    () => 'Lower the number of repeats of the timeline.',
  ),
  'banner-missing-backup': words(
    () => 'The banner has no backup image, which is shown where HTML5 cannot run.',
    () => 'Build again with a browser at hand, so that the image can be captured.',
  ),
  'banner-backup-too-heavy': words(
    (a) => `The backup image weighs ${a.weighed('actual')}; at most ${limit(a, () => a.weighed('expected'))} is accepted.`,
    () => 'Use a calmer background, or an end frame with less in it.',
  ),
  'banner-outside-request': words(
    (a) => `The banner loads ${a.has('items') ? a.list('items') : a.text('url')} from elsewhere, where that is not accepted.`,
    () => 'Put the file in the template and refer to it there.',
  ),
  'ad-package-broken': words(
    (a) => `The package${a.when('entry', ' (', ')')} cannot be taken in: ${broken[a.text('reason')] ?? 'something is wrong with it'}.`,
    () => 'Export it again from the tool that made it.',
  ),
  'ad-script-unreadable': words(
    (a) =>
      `The code in ${a.has('entry') ? a.text('entry') : 'the package'} cannot be read${a.when('detail', ' (', ')')}, so nobody knows what it calls or loads.`,
    () => 'Correct the script, or look through it by hand.',
  ),
  'ad-file-too-heavy': words(
    (a) =>
      `${a.has('entry') ? a.text('entry') : 'A file'} weighs ${a.weighed('actual')}; at most ${limit(a, () => a.weighed('expected'))} per file is taken.`,
    () => 'Make that file smaller.',
  ),
  'ad-picture-too-large': words(
    (a) => `A picture is larger than ${limit(a, () => `${a.number('expected')} px`)}${more(a)}.`,
    () => 'Use a smaller rendition: nobody sees more pixels than the banner has, twice over.',
  ),
  'ad-too-many-files': words(
    (a) => `The package holds ${a.number('actual')} files; at most ${limit(a, () => a.number('expected'))} are taken.`,
    () => 'Join styles and scripts, and leave out pictures that hardly show.',
  ),
  'ad-too-many-requests': words(
    (a) => `The banner asks for ${a.number('actual')} files as it loads; at most ${limit(a, () => a.number('expected'))} are accepted.`,
    () => 'Join styles and scripts, or load the rest after the page has loaded.',
  ),
  'ad-size-not-taken': words(
    (a) =>
      a.has('least')
        ? `The banner is ${a.text('actual')} px; the ${a.text('side') === 'width' ? 'width' : 'height'} must be ${a.number('least')} px or more.`
        : `The size ${a.has('actual') ? `${a.text('actual')} px` : 'of the banner'} is not among those that are taken${a.when('expected', ': ')}.`,
    () => 'Order a size that is taken, or ask the house.',
  ),
  'ad-pair-missing': words(
    (a) =>
      `${a.has('size') ? `With ${a.text('size')} px` : 'With this size'} another size is wanted too${a.when('with', ': ')}; it is not among what is made.`,
    () => 'Add one of these sizes to the order, or leave it in where exclude takes it out.',
  ),
  'ad-folders-too-deep': words(
    (a) => `Files lie in too many folders${more(a)}; ${limit(a, () => a.number('expected'))} levels are taken.`,
    () => 'Lay all files side by side.',
  ),
  'ad-name-refused': words(
    (a) =>
      a.has('actual')
        ? `The name ${a.list('items')} has ${a.number('actual')} characters; at most ${limit(a, () => a.number('expected'))} are taken.`
        : `A name is not taken${more(a)}.`,
    (a) => `Use short names of plain letters, digits, dots, hyphens and underscores${a.when('pattern', '; asked is the pattern ')}.`,
  ),
  'ad-file-type-refused': words(
    (a) => `The package holds files of a kind that is not taken${more(a)}.`,
    (a) => `Leave them out, or convert them${a.when('expected', '; taken are ')}.`,
  ),
  'ad-file-missing': words(
    (a) => `The banner asks for files that are not in the package${more(a)}.`,
    () => 'Add the files, or correct the addresses; capitals count.',
  ),
  'ad-file-unused': words(
    (a) => `The package holds files that nothing asks for${more(a)}.`,
    () => 'Take them out; backup images belong beside the zip.',
  ),
  'ad-manifest-wrong': words(
    (a) =>
      `The manifest ${a.text('entry')} ${a.has('items') ? `is not as the ad server asks${more(a)}` : 'is missing, without which the ad server does not know the banner'}.`,
    () => 'Order the banner for this platform, so that Kader writes it, or complete it by hand.',
  ),
  'ad-page-wrong': words(
    (a) =>
      `${pages[a.text('problem')] ?? 'The page of the package is not as it should be'}${a.when('items', ': ')}, so the ad server cannot tell what to open.`,
    () => 'Put one index.html at the top of the package.',
  ),
  'ad-skeleton-wrong': words(
    (a) => `The page is not built of doctype, html, head and body in that order${a.when('actual', ' but of ')}.`,
    () => 'Write all four, each once.',
  ),
  'ad-size-wrong': words(
    (a) =>
      a.text('problem') === 'orientation'
        ? 'The page does not say how it is held: meta ad.orientation is missing.'
        : a.text('problem') === 'other'
          ? `The page says that it is ${a.text('actual')} px and is ${a.text('expected')} px.`
          : `The page does not say its size: the meta tag ad.size ${a.has('actual') ? `reads “${a.text('actual')}”` : 'is missing'}.`,
    (a) =>
      a.text('problem') === 'orientation'
        ? 'Add it to the head: portrait or landscape.'
        : 'Write it in the head: <meta name="ad.size" content="width=300,height=250">.',
  ),
  'ad-margin-left': words(
    () => 'No style sets the margin of the page to 0, so the banner would stand off from the corner.',
    () => 'Write margin: 0 for body.',
  ),
  'ad-code-not-inline': words(
    (a) => `Styles and scripts lie in files of their own${more(a)}, where they are wanted in the page.`,
    () => 'Write them into the page.',
  ),
  'ad-element-refused': words(
    (a) => `The page holds elements that are not taken${more(a)}.`,
    () => 'Leave them out; drawings can be files of their own.',
  ),
  'ad-video-loud': words(
    () => 'Film in the banner is not muted, so it would start with sound.',
    () => 'Give the video element the attribute muted.',
  ),
  'ad-font-refused': words(
    (a) => `Letters come in a way that is not taken${more(a)}.`,
    () => 'Turn the letters into outlines, or use the way that the platform takes.',
  ),
  'ad-click-tag-wrong': words(
    (a) =>
      `${tags[a.text('problem')] ?? 'The click tag is not as it should be'}${a.when('items', ': ')}, so clicks would not be counted or would lead nowhere.`,
    (a) => `Declare it once, in the head of the page, in a line by itself${a.when('pattern', ', with a name of the pattern ')}.`,
  ),
  'ad-click-fixed': words(
    (a) => `A click opens an address that stands fixed in the banner${more(a)}, so the ad server cannot count it.`,
    () => 'Open the click tag instead.',
  ),
  'ad-call-missing': words(
    (a) => `The banner does not call what a click needs here${more(a)}.`,
    () => 'Order the banner for this platform, so that Kader writes its click, or add the call.',
  ),
  'ad-call-refused': words(
    (a) => `A script uses what is not accepted${more(a)}.`,
    () => 'Take it out of the script or its library.',
  ),
  'ad-not-https': words(
    (a) => `The banner asks for something without https${more(a)}, which browsers block on secure pages.`,
    () => 'Use https, or put the file in the package.',
  ),
  'ad-backup-wrong': words(
    (a) => `The backup image ${a.text('entry')} ${backups[a.text('problem')] ?? 'is not as it is asked'}${a.when('actual', ': ', ' px')}.`,
    (a) => (a.has('expected') ? `Asked is ${a.text('expected')}.` : 'Put it where it is asked.'),
  ),
  'ad-gif-wrong': words(
    (a) =>
      `The GIF ${a.text('entry')} ${gifs[a.text('problem')] ?? 'moves otherwise than is taken'}${a.has('actual') ? `: ${a.number('actual')}` : ''}${a.has('expected') ? `, where ${a.number('expected')} is the limit` : ''}.`,
    () => 'Make it again with fewer, slower frames.',
  ),
  'ad-moves-at-end': words(
    () => 'The banner still moves at its end, where a still picture is asked.',
    () => 'Let every movement end with the timeline.',
  ),
  'ad-changes-too-fast': words(
    (a) =>
      `Scenes of the banner follow each other after ${a.seconds('actual')}; ${limit(a, () => a.seconds('expected'))} is asked between two.`,
    () => 'Set the labels of the timeline farther apart.',
  ),
  'ad-flashes': words(
    (a) =>
      `The banner flashes ${a.number('actual')} times a second; more than ${limit(a, () => a.number('expected'))} can bring on a seizure or is refused.`,
    () => 'Let light and dark change more slowly, or over a smaller area.',
  ),
  'ad-no-border': words(
    (a) => `The edge of the banner cannot be told from a ${a.text('page') === 'white' ? 'white' : 'white, grey or black'} page.`,
    () => 'Draw a border of 1 px that contrasts with it.',
  ),
  'ad-cpu': words(
    (a) =>
      `The banner keeps the processor busy for ${a.seconds('actual')}${a.when('within', ' of ', ' s')}; at most ${limit(a, () => a.seconds('expected'))} is accepted before it is taken off the page.`,
    () => 'Move fewer things, and by transforms and opacity only.',
  ),
  'ad-too-many-cookies': words(
    (a) => `The banner sets ${a.number('actual')} cookies; at most ${limit(a, () => a.number('expected'))} are accepted.`,
    () => 'Let it set none.',
  ),
  'ad-needs-current-sheet': words(
    (a) =>
      `Of ${a.has('target') ? a.text('target') : 'this target'} nobody here knows what it asks${a.when('rules', ' about ')}; that was not judged.`,
    () => 'Ask the house for its current sheet and hold the banners against it.',
  ),
  'ad-not-measured': words(
    (a) => `Without a browser that looks for it, ${a.has('rules') ? a.list('rules') : 'part of the rules'} could not be judged.`,
    () => 'Judge again with a browser at hand; kader doctor tells what is missing.',
  ),
};
