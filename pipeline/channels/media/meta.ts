/** Instagram, Facebook and Threads. */
import type { MediaChannel } from '../../model/media-rules.ts';
import { coveredBy, FEED, GB, kbps, limitsOn, MASTER, MB, Mbps, minutes, notKnown, SOUND, TALL } from './pack.ts';

const api = limitsOn('developers.facebook.com/docs/instagram-api/reference/ig-user/media', 'official');
const circleboom = limitsOn('help.circleboom.com/publish/faq/video-and-reels-limitations-on-instagram', 'quoted');
const inApp = limitsOn('echowave.io/blog/instagram-video-length/ (June 2026)', 'secondary');
const specs = limitsOn('ssdown.app/blog/instagram-video-specs-guide-2025', 'secondary');
const reels = limitsOn('developers.facebook.com/docs/video-api/guides/reels-publishing/', 'official');
const ayrshare = limitsOn('ayrshare.com/docs/media-guidelines/threads', 'quoted');

const COVERED = ['covered-top', 'covered-right', 'covered-bottom', 'covered-left'] as const;

/** What the programming interface of Instagram asks of every film. */
const instagram = [
  api('most-width', 1920),
  api('least-seconds', 3),
  api('containers', ['mov', 'mp4']),
  api('no-edit-list', true),
  api('index-first', true),
  api('codecs', ['h264', 'hevc']),
  api('progressive', true),
  api('closed-gop', true),
  api('subsampling', ['4:2:0']),
  api('least-fps', 23),
  api('most-fps', 60),
  api('most-bit-rate', Mbps(25), { note: 'variable' }),
  api('sound-codecs', ['aac']),
  api('most-sample-rate', 48_000),
  api('most-channels', 2),
  api('least-sound-bit-rate', kbps(128), {
    severity: 'warning',
    note: 'the page names 128 kb/s and does not say whether it is a least or a most',
  }),
  api('most-bytes', GB(1), { note: 'in the app sources disagree, from 100 MB to 4 GB (ssdown.app, 2025)' }),
];
const IG_USER_MEDIA = 'developers.facebook.com/docs/instagram-api/reference/ig-user/media';
const notSaid = notKnown(IG_USER_MEDIA, 'loudness', ...COVERED);
const unmastered = notKnown(IG_USER_MEDIA, 'loudness');

/** Kept free of texts and logos in ads; what is posted has less over it. */
const REELS = { top: 0.14, right: 0.06, bottom: 0.35, left: 0.06 };
const reelsCovered = coveredBy(
  'Meta on Reels ads, quoted by shotstack.io/learn/vertical-video-safe-zones/ and houseofmarketers.com',
  'quoted',
  REELS,
  'for ads; posts have less over them',
);
const storiesCovered = coveredBy(
  'primores.org/wiki/marketing/meta-ad-placement-safe-zones/ (2026)',
  'secondary',
  REELS,
  'one area for Stories and Reels since March 2026; Meta, quoted by odysseymediagroup.co.uk, says 14 % above and 20 % below: the stricter is taken',
);

export const instagramReel: MediaChannel = {
  id: 'instagram-reel',
  name: 'Instagram Reels',
  kind: 'video',
  limits: [
    ...instagram,
    api('least-ratio', 0.01),
    api('most-ratio', 10),
    api('ratios', ['9:16'], { severity: 'warning', note: 'advised' }),
    api('most-seconds', minutes(15)),
    inApp('most-seconds', minutes(20), {
      severity: 'info',
      note: '15 minutes by upload, 20 are being rolled out; 3 when recorded in the app',
    }),
    ...reelsCovered,
    ...unmastered,
  ],
  make: { ...TALL, ...MASTER, mostRate: Mbps(20), safe: REELS },
  sound: SOUND,
};

export const instagramFeed: MediaChannel = {
  id: 'instagram-feed',
  name: 'Instagram feed',
  kind: 'video',
  limits: [
    ...instagram,
    circleboom('least-ratio', 0.8, { severity: 'warning', note: '4:5; films of the feed are reels since, which take 0.01 to 10' }),
    circleboom('most-ratio', 1.7778, { severity: 'warning', note: '16:9; as above' }),
    api('most-seconds', minutes(15)),
    circleboom('most-seconds', 60, { severity: 'warning', note: 'older page of the feed; the present one says 15 minutes' }),
    circleboom('most-bytes', MB(100), { severity: 'warning', note: 'older page of the feed; the present one says 1 GB' }),
    ...notSaid,
  ],
  make: { ...FEED, ...MASTER, mostRate: Mbps(12) },
  sound: SOUND,
};

export const instagramStory: MediaChannel = {
  id: 'instagram-story',
  name: 'Instagram Stories',
  kind: 'video',
  limits: [
    ...instagram,
    specs('ratios', ['9:16']),
    inApp('most-seconds', 60, { note: 'per slide; a longer film is cut into slides' }),
    ...storiesCovered,
    ...unmastered,
  ],
  make: { ...TALL, ...MASTER, mostRate: Mbps(20), safe: REELS },
  sound: SOUND,
};

export const facebookReel: MediaChannel = {
  id: 'facebook-reel',
  name: 'Facebook Reels',
  kind: 'video',
  limits: [
    reels('ratios', ['9:16']),
    reels('least-width', 540),
    reels('least-height', 960),
    reels('least-seconds', 3),
    reels('most-seconds', 90, { note: 'a story takes 60' }),
    reels('containers', ['mp4']),
    reels('codecs', ['h264', 'hevc', 'vp9', 'av1']),
    reels('least-fps', 24),
    reels('most-fps', 60),
    reels('constant-rate', true),
    reels('progressive', true),
    reels('closed-gop', true),
    reels('least-gop', 2),
    reels('most-gop', 5),
    reels('subsampling', ['4:2:0']),
    reels('sound-codecs', ['aac']),
    reels('least-channels', 2),
    reels('most-channels', 2),
    reels('least-sample-rate', 48_000),
    reels('most-sample-rate', 48_000),
    reels('least-sound-bit-rate', kbps(128), { severity: 'warning', note: 'coders spend less on what is simple' }),
    ...reelsCovered,
    ...notKnown('developers.facebook.com/docs/video-api/guides/reels-publishing/', 'most-bytes', 'loudness'),
  ],
  make: { ...TALL, ...MASTER, safe: REELS },
  sound: SOUND,
};

export const threads: MediaChannel = {
  id: 'threads',
  name: 'Threads',
  kind: 'video',
  limits: [
    ayrshare('most-width', 1920),
    ayrshare('ratios', ['9:16'], { severity: 'warning', note: 'advised' }),
    ayrshare('most-seconds', minutes(5)),
    ayrshare('most-bytes', GB(1)),
    ayrshare('no-edit-list', true),
    ayrshare('index-first', true),
    ayrshare('codecs', ['h264', 'hevc']),
    ayrshare('least-fps', 23),
    ayrshare('most-fps', 60),
    ayrshare('most-bit-rate', Mbps(25)),
    ayrshare('sound-codecs', ['aac']),
    ayrshare('least-sound-bit-rate', kbps(128), { severity: 'warning', note: 'the page names 128 kb/s' }),
    ...notKnown('ayrshare.com/docs/media-guidelines/threads', 'loudness', ...COVERED),
  ],
  make: { ...TALL, ...MASTER, mostRate: Mbps(20) },
  sound: SOUND,
};
