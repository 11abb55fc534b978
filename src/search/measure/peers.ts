import { minisearchAsItComes, minisearchTuned } from './minisearch-peer.ts';
import { oramaAsItComes, oramaTuned } from './orama-peer.ts';
import { pagefindPeer } from './pagefind-peer.ts';
import type { PeerFactory } from './peer.ts';

/** Engines that are measured beside ours. A further one is a file with a PeerFactory and a line here. */
export const peers: PeerFactory[] = [pagefindPeer, minisearchAsItComes, minisearchTuned, oramaAsItComes, oramaTuned];
