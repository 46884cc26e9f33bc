/** TikTok, LinkedIn, X, Snapchat and Pinterest. */
import type { MediaChannel } from '../../model/media-rules.ts';
import { areaOf, coveredBy, FEED, GB, kB, kbps, limitsOn, MASTER, MB, Mbps, minutes, notKnown, ratio, SOUND, TALL, WIDE } from './pack.ts';

const tiktokApi = limitsOn(
  'developers.tiktok.com/doc/content-posting-api-media-transfer-guide, quoted by fairpost docs/TikTok.md',
  'quoted',
);
const getlate = limitsOn('docs.getlate.dev/resources/media-guidelines/tiktok', 'secondary');
const linkedinHelp = limitsOn('linkedin.com/help/linkedin/answer/a548372, quoted by fairpost docs/LinkedIn.md', 'quoted');
const linkedinAds = limitsOn('linkedin.com/help/lms/answer/a424737 (copy of the page)', 'official');
const xMedia = limitsOn('ayrshare.com/docs/media-guidelines/x-twitter', 'quoted');
const xroad = limitsOn('xroadstudio.com/platform-specs/x', 'secondary');
const audiencex = limitsOn('audiencex.com/creative-specifications/snapchat/', 'secondary');
const sweply = limitsOn('help.sweply.com/en/articles/9294614', 'secondary');
const pinterestSpecs = limitsOn('help.pinterest.com/en/business/article/pinterest-product-specs (2021)', 'official');

const COVERED = ['covered-top', 'covered-right', 'covered-bottom', 'covered-left'] as const;
const advised = { severity: 'warning', note: 'advised' } as const;

/** It publishes pictures to lay over a film (ads.tiktok.com/help/article/tiktok-auction-in-feed-ads), no numbers: they change with the caption. */
const TIKTOK = areaOf(250, 180, 460, 0);
const tiktokCovered = coveredBy(
  'socaptions.com/blog/tiktok-safe-zones-2026',
  'secondary',
  TIKTOK,
  '180 to 250 px above, 120 to 180 on the right, 320 to 460 below; adfuseai.com says 150, 150 and 440: the strictest are taken',
);

export const tiktok: MediaChannel = {
  id: 'tiktok',
  name: 'TikTok',
  kind: 'video',
  limits: [
    tiktokApi('least-width', 360),
    tiktokApi('most-width', 4096),
    tiktokApi('least-height', 360),
    tiktokApi('most-height', 4096),
    getlate('ratios', ['9:16'], advised),
    tiktokApi('least-seconds', 3),
    tiktokApi('most-seconds', minutes(10), { note: 'an account may be allowed less' }),
    tiktokApi('most-bytes', GB(4)),
    tiktokApi('containers', ['mp4', 'webm', 'mov'], { note: 'MP4 advised' }),
    tiktokApi('codecs', ['h264', 'hevc', 'vp8', 'vp9'], { note: 'H.264 advised' }),
    tiktokApi('least-fps', 23),
    tiktokApi('most-fps', 60),
    getlate('sound-codecs', ['aac'], advised),
    getlate('least-sound-bit-rate', kbps(128), advised),
    ...notKnown('developers.tiktok.com/doc/content-posting-api-media-transfer-guide', 'most-bit-rate', 'loudness', 'covered-left'),
    ...tiktokCovered,
  ],
  make: { ...TALL, ...MASTER, safe: TIKTOK },
  sound: SOUND,
};

export const linkedin: MediaChannel = {
  id: 'linkedin',
  name: 'LinkedIn',
  kind: 'video',
  limits: [
    linkedinHelp('least-ratio', ratio(1, 2.4)),
    linkedinHelp('most-ratio', 2.4),
    linkedinHelp('least-width', 256),
    linkedinHelp('least-height', 144),
    linkedinHelp('most-width', 4096),
    linkedinHelp('most-height', 2304),
    linkedinHelp('least-seconds', 3),
    linkedinHelp('most-seconds', minutes(15), { note: 'from a desktop' }),
    linkedinHelp('most-seconds', minutes(10), { severity: 'warning', note: 'from a telephone' }),
    linkedinHelp('least-bytes', kB(75)),
    linkedinHelp('most-bytes', GB(5)),
    linkedinHelp('least-fps', 10),
    linkedinHelp('most-fps', 60),
    linkedinHelp('least-bit-rate', kbps(192)),
    linkedinHelp('most-bit-rate', Mbps(30)),
    linkedinHelp('sound-codecs', ['aac']),
    ...notKnown('linkedin.com/help/linkedin/answer/a548372', 'containers', 'codecs', 'loudness', ...COVERED),
  ],
  make: { ...WIDE, ...MASTER, mostRate: Mbps(20) },
  sound: SOUND,
};

export const linkedinAd: MediaChannel = {
  id: 'linkedin-ad',
  name: 'LinkedIn video ad',
  kind: 'video',
  limits: [
    linkedinAds('ratios', ['16:9', '1:1', '4:5', '9:16'], { note: '4:5 advised' }),
    linkedinAds('least-width', 360),
    linkedinAds('most-width', 1920),
    linkedinAds('least-height', 360),
    linkedinAds('most-height', 1920),
    linkedinAds('least-seconds', 3),
    linkedinAds('most-seconds', minutes(30)),
    linkedinAds('containers', ['mp4']),
    linkedinAds('least-bytes', kB(75)),
    linkedinAds('most-bytes', MB(500)),
    linkedinAds('most-bytes', MB(200), { severity: 'warning', note: 'older copies of the page' }),
    linkedinAds('codecs', ['h264', 'vp8']),
    linkedinAds('under-fps', 30),
    linkedinAds('sound-codecs', ['aac']),
    linkedinAds('under-sample-rate', 64_000),
    linkedinAds('captions', ['srt']),
    ...notKnown('linkedin.com/help/lms/answer/a424737', 'most-bit-rate', 'loudness', ...COVERED),
  ],
  make: { ...FEED, ...MASTER, rates: [25, 24] },
  sound: SOUND,
};

export const x: MediaChannel = {
  id: 'x',
  name: 'X',
  kind: 'video',
  limits: [
    xMedia('least-ratio', ratio(1, 3), { note: 'others say 1:2.39' }),
    xMedia('most-ratio', 3, { note: 'others say 2.39:1' }),
    xroad('least-ratio', ratio(1, 2.39), { note: 'others say 1:3' }),
    xroad('most-ratio', 2.39, { note: 'others say 3:1' }),
    xMedia('square-pixels', true),
    xMedia('least-seconds', 0.5),
    xMedia('most-seconds', 140, { note: 'accounts with Premium: hours' }),
    xMedia('containers', ['mp4', 'mov']),
    xMedia('most-bytes', MB(512), { note: 'accounts with Premium: 8 GB' }),
    xMedia('codecs', ['h264']),
    xMedia('profiles', ['High'], { severity: 'warning' }),
    xMedia('most-fps', 60),
    xroad('most-fps', 40, { note: 'one page says 40, others 60' }),
    xMedia('sound-codecs', ['aac']),
    xMedia('most-channels', 2),
    ...notKnown('help.x.com (not read)', 'most-bit-rate', 'loudness', ...COVERED),
  ],
  make: { ratio: [16, 9], width: 1280, height: 720, ...MASTER, rates: [25, 30, 24] },
  sound: SOUND,
};

export const snapchatAd: MediaChannel = {
  id: 'snapchat-ad',
  name: 'Snapchat ad',
  kind: 'video',
  limits: [
    audiencex('ratios', ['9:16']),
    audiencex('least-width', 1080),
    audiencex('least-height', 1920),
    audiencex('covered-top', 0.0782, { note: '150 of 1920 px' }),
    audiencex('covered-bottom', 0.0782, { note: '150 of 1920 px' }),
    audiencex('least-seconds', 3),
    audiencex('most-seconds', 180, { note: '5 to 6 s advised' }),
    audiencex('containers', ['mp4', 'mov']),
    audiencex('most-bytes', GB(1)),
    audiencex('codecs', ['h264']),
    sweply('sound-codecs', ['aac', 'pcm']),
    sweply('least-channels', 2),
    sweply('most-channels', 2),
    sweply('least-sample-rate', 48_000),
    sweply('most-sample-rate', 48_000),
    sweply('least-sound-bit-rate', kbps(192)),
    sweply('loudness', -16),
    ...notKnown('businesshelp.snapchat.com (not read)', 'most-fps', 'most-bit-rate', 'covered-right', 'covered-left'),
  ],
  make: { ...TALL, ...MASTER, safe: { top: 150 / 1920, right: 0, bottom: 150 / 1920, left: 0 } },
  sound: { ...SOUND, bitRate: kbps(256), loudness: -16 },
};

export const pinterest: MediaChannel = {
  id: 'pinterest',
  name: 'Pinterest',
  kind: 'video',
  limits: [
    pinterestSpecs('least-ratio', 0.5),
    pinterestSpecs('most-ratio', 1.91),
    pinterestSpecs('ratios', ['1:1', '2:3', '4:5', '9:16'], { severity: 'warning', note: 'advised; at maximum width 1:1 or 16:9' }),
    pinterestSpecs('least-seconds', 4),
    pinterestSpecs('most-seconds', minutes(15), { note: 'ads: 6 to 15 s advised' }),
    pinterestSpecs('containers', ['mp4', 'mov', 'm4v']),
    pinterestSpecs('most-bytes', GB(2)),
    pinterestSpecs('codecs', ['h264', 'hevc']),
    ...notKnown(
      'help.pinterest.com/en/business/article/pinterest-product-specs (2021)',
      'most-fps',
      'most-bit-rate',
      'sound-codecs',
      'loudness',
      ...COVERED,
    ),
  ],
  make: { ratio: [2, 3], width: 1080, height: 1620, ...MASTER },
  sound: SOUND,
};
