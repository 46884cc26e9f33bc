/** The channels of film and sound by name. */
import type { MediaChannel, MediaPack, ReferencePack } from '../model/media-rules.ts';
import { broadcast, podcast, radio } from './media/broadcast.ts';
import { referenceLevels } from './media/levels.ts';
import { facebookReel, instagramFeed, instagramReel, instagramStory, threads } from './media/meta.ts';
import { picturePacks } from './media/pictures.ts';
import { linkedin, linkedinAd, pinterest, snapchatAd, tiktok, x } from './media/social.ts';
import { web } from './media/web.ts';
import { youtube, youtubeShort } from './media/youtube.ts';

export const mediaChannels: readonly MediaChannel[] = [
  web,
  instagramReel,
  instagramFeed,
  instagramStory,
  facebookReel,
  threads,
  tiktok,
  youtube,
  youtubeShort,
  linkedin,
  linkedinAd,
  x,
  snapchatAd,
  pinterest,
  broadcast,
  radio,
  podcast,
];

/** Looked up, not delivered to. */
export const referencePacks: readonly ReferencePack[] = [...picturePacks, ...referenceLevels];

const byId = new Map(mediaChannels.map((channel) => [channel.id, channel]));

/** What a channel asks and gets; undefined when no channel is called so. */
export function channelOf(id: string): MediaChannel | undefined {
  return byId.get(id);
}

/** Of channels that film, or sound alone, can be delivered to; all when nothing is said. */
export function channelNames(of?: 'video' | 'audio'): string[] {
  return mediaChannels.filter((one) => of === undefined || takes(one, of)).map(({ id }) => id);
}

/** Whether film, or sound alone, can be delivered there. */
export function takes({ make, kind, takesSound }: MediaChannel, what: 'video' | 'audio'): boolean {
  return what === 'video' ? make !== undefined : kind === 'audio' || takesSound === true;
}

export function mediaPackOf(id: string): MediaPack | undefined {
  return byId.get(id) ?? referencePacks.find((pack) => pack.id === id);
}
