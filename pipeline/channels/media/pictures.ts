/** What social channels ask of pictures. */
import type { ReferencePack } from '../../model/media-rules.ts';
import { kB, limitsOn, MB, ratio } from './pack.ts';

const instagram = limitsOn('developers.facebook.com/docs/instagram-api/reference/ig-user/media', 'official');
const facebook = limitsOn('facebook.com, quoted by fairpost docs/Facebook.md (February 2025)', 'quoted');
const tiktok = limitsOn('developers.tiktok.com/doc/content-posting-api-media-transfer-guide, quoted by fairpost docs/TikTok.md', 'quoted');
const x = limitsOn('ayrshare.com/docs/media-guidelines/x-twitter', 'quoted');
const snapchat = limitsOn('audiencex.com/creative-specifications/snapchat/', 'secondary');
const pinterest = limitsOn('help.pinterest.com/en/business/article/pinterest-product-specs (2021)', 'official');

export const picturePacks: readonly ReferencePack[] = [
  {
    id: 'instagram-image',
    name: 'Instagram, pictures',
    kind: 'pictures',
    limits: [
      instagram('least-ratio', ratio(4, 5)),
      instagram('most-ratio', 1.91),
      instagram('least-width', 320),
      instagram('most-width', 1440),
      instagram('colour', ['srgb']),
      instagram('containers', ['jpeg']),
      instagram('most-bytes', MB(8)),
    ],
  },
  {
    id: 'facebook-image',
    name: 'Facebook, pictures',
    kind: 'pictures',
    limits: [
      facebook('most-bytes', MB(4)),
      facebook('most-bytes', kB(1000), { severity: 'warning', note: 'advised for PNG, which is coded anew above it' }),
    ],
  },
  {
    id: 'tiktok-image',
    name: 'TikTok, pictures',
    kind: 'pictures',
    limits: [
      tiktok('most-height', 1080, { note: 'the page says 1080p' }),
      tiktok('most-files', 35),
      tiktok('containers', ['jpeg', 'webp']),
      tiktok('most-bytes', MB(20)),
    ],
  },
  {
    id: 'x-image',
    name: 'X, pictures',
    kind: 'pictures',
    limits: [
      x('least-width', 4),
      x('least-height', 4),
      x('most-width', 8192),
      x('most-height', 8192),
      x('ratios', ['16:9'], { severity: 'info', note: '1200 × 675 px advised' }),
      x('most-files', 4, { note: 'per post' }),
      x('containers', ['jpeg', 'png', 'webp', 'gif']),
      x('most-bytes', MB(5), { note: 'GIF 15 MB' }),
    ],
  },
  {
    id: 'snapchat-image',
    name: 'Snapchat ad, pictures',
    kind: 'pictures',
    limits: [snapchat('ratios', ['9:16']), snapchat('most-bytes', MB(5))],
  },
  {
    id: 'pinterest-image',
    name: 'Pinterest, pictures',
    kind: 'pictures',
    limits: [
      pinterest('ratios', ['2:3'], { severity: 'warning', note: '1000 × 1500 px advised' }),
      pinterest('containers', ['png', 'jpeg']),
      pinterest('most-bytes', MB(20), { note: 'in the app 32 MB' }),
    ],
  },
];
