import type { Platform } from '../../platform';
import { createFigures, type Figures } from './figures';
import { type MessageDoc, messageModel } from './model';

/** What official accounts received, without what was said; for those who run the system. */
export interface MessageLogService extends Figures {
  /** Notes a message; written a moment later together with others, so that no answer waits for it. Never throws. */
  note(
    entry: Omit<MessageDoc, '_id' | 'senderHash' | 'contentHash'> & { openid: string; content: string },
  ): void;
  /** Writes what is noted and removes what is older than half a year. */
  sweep(): Promise<void>;
  /** Resolves when everything that was noted is written. */
  settled(): Promise<void>;
}

const DAY_MS = 86_400_000;
const KEEP_DAYS = 180;
const BATCH = 500;
const WRITE_AFTER_MS = 250;
/** When the store is slower than WeChat, what is noted beyond this is lost: the archive must not take the memory of the answers. */
const MOST_WAITING = 20_000;

type Row = Omit<MessageDoc, '_id'>;

export function createMessageLogService({ mongo, cipher, clock, log }: Platform): MessageLogService {
  const Message = messageModel(mongo);
  const waiting: Row[] = [];
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> | null = null;

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const rows = waiting.splice(0, BATCH);
      try {
        // Past mongoose: the rows are built here, and this runs beside the answers.
        await Message.collection.insertMany(rows as never[], { ordered: false });
      } catch (err) {
        log.warn({ err, rows: rows.length }, 'message log');
      }
    }
  }

  /** One batch after the other, so that a slow store is not met by many at once. */
  function write(): Promise<void> {
    if (timer) {
      clearTimeout(timer);
      timer = null;
    }
    writing ??= writeAll().finally(() => {
      writing = null;
    });
    return writing;
  }

  return {
    ...createFigures(mongo, clock),
    note({ openid, content, ...entry }) {
      if (waiting.length >= MOST_WAITING) {
        return;
      }
      waiting.push({
        ...entry,
        senderHash: cipher.hash('openid', openid),
        contentHash: cipher.hash('message', content),
      });
      if (waiting.length >= BATCH) {
        void write();
      } else {
        timer ??= setTimeout(write, WRITE_AFTER_MS).unref();
      }
    },
    async sweep() {
      await write();
      await Message.deleteMany({ at: { $lt: new Date(clock.now() - KEEP_DAYS * DAY_MS) } });
    },
    async settled() {
      while (waiting.length > 0 || writing) {
        await write();
      }
    },
  };
}
