/** Locks that the operating system lets go of when their holder dies, whatever it dies of. */
import { createHash } from 'node:crypto';
import { closeSync, constants, openSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from './disk.ts';

export interface Lock {
  release(): Promise<void>;
}

/** sun_path of Linux. A name that fills it is the same whether a Node pads abstract names with zeros or not. */
const ABSTRACT_LENGTH = 108;
/** open(2) of macOS and the BSDs takes the lock in the same call; Node has no name for it. */
const O_EXLOCK = 0x20;
const POLL_MS = 100;

/**
 * Waits unless `wait` is false; then a held lock gives undefined.
 * @throws the signal's reason when it is aborted while waiting.
 */
export async function takeLock(
  name: string,
  options: { wait?: boolean; onWait?: () => void; signal?: AbortSignal } = {},
): Promise<Lock | undefined> {
  const { wait = true, onWait, signal } = options;
  const take = process.platform === 'linux' || process.platform === 'win32' ? takeSocket : takeFile;
  for (let waited = false; ; waited = true) {
    signal?.throwIfAborted();
    const taken = await take(name);
    if (taken) return taken;
    if (!wait) return undefined;
    if (!waited) onWait?.();
    await (take === takeSocket
      ? untilReleased(addressOf(name), signal)
      : pause(POLL_MS, undefined, signal ? { signal } : {}).catch(() => undefined));
  }
}

function hashOf(name: string): string {
  return createHash('sha512').update(name).digest('hex');
}

function addressOf(name: string): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\kader-${hashOf(name).slice(0, 40)}`;
  return `\0kader-${hashOf(name)}`.slice(0, ABSTRACT_LENGTH);
}

/** To listen at an address is to hold the lock: the system gives each address to one socket. */
function takeSocket(name: string): Promise<Lock | undefined> {
  return new Promise((resolve, reject) => {
    const waiters = new Set<Socket>();
    const server = createServer((waiter) => {
      waiters.add(waiter);
      waiter.unref();
      waiter.on('error', () => waiter.destroy());
      waiter.on('close', () => waiters.delete(waiter));
      waiter.resume();
    });
    server.once('error', (error) => {
      if (codeOf(error) === 'EADDRINUSE' || (process.platform === 'win32' && codeOf(error) === 'EACCES')) resolve(undefined);
      else reject(error);
    });
    server.listen(addressOf(name), () => {
      server.unref();
      resolve({ release: () => letGo(server, waiters) });
    });
  });
}

function letGo(server: Server, waiters: Set<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const waiter of waiters) waiter.destroy();
  });
}

/** Connects to the holder and waits for the line to go dead; who comes next is settled by who listens first. */
function untilReleased(address: string, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const line = connect(address);
    const end = (): void => {
      line.destroy();
      signal?.removeEventListener('abort', end);
      resolve();
    };
    signal?.addEventListener('abort', end, { once: true });
    line.on('close', end);
    line.on('end', end);
    // The holder is just leaving, or its queue of waiters is full: try again a little later.
    line.on('error', () => setTimeout(end, POLL_MS / 10));
    line.resume();
  });
}

async function takeFile(name: string): Promise<Lock | undefined> {
  try {
    const path = join(tmpdir(), `kader-${hashOf(name).slice(0, 40)}.lock`);
    // The file stays: to remove it would let two processes lock two files of one name.
    const file = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | O_EXLOCK, 0o666);
    let held = true;
    return {
      release: async () => {
        if (held) closeSync(file);
        held = false;
      },
    };
  } catch (error) {
    if (codeOf(error) === 'EAGAIN') return undefined;
    throw error;
  }
}
