import { Readable } from 'node:stream';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { ZipFile } from 'yazl';
import type { Actor, ServedFile } from '../../http/call';
import { appError } from '../../http/errors';
import { fileSafe } from '../../http/fileSafe';
import type { Platform } from '../../platform';
import type { CreditStanding } from '../credits/ledger';
import type { Services } from '../services';
import { type CertificatePrinting, nameOfCertificate } from './certificatePrinting';
import type { Holders } from './holders';
import { isReviewed } from './policy';

/** 批量下载: the certificates of one 授分 batch. */
export interface Batch {
  /** A ZIP that is written while it is sent, one PDF at a time. @throws AppError NOT_FOUND, CREDIT_NOT_REVIEWED. */
  zip(creditingId: string, actor: Actor): Promise<ServedFile>;
}

/** People looked up at once. */
const PIECE = 100;

export function createBatch(
  { log, clock }: Platform,
  services: Services,
  { printing, holders }: { printing: CertificatePrinting; holders: Holders },
): Batch {
  /** Name and bytes of each certificate, made when it is asked for. */
  async function* certificates(creditingId: string, standings: CreditStanding[]) {
    const approval = (await services.crediting.approvalsOf([creditingId])).get(creditingId);
    const taken = new Set<string>();
    for (let from = 0; from < standings.length; from += PIECE) {
      const piece = standings.slice(from, from + PIECE);
      const [people, nameOf] = await Promise.all([
        holders.many(piece.map(({ entry }) => String(entry.learnerId))),
        holders.unitNames(piece.map(({ entry }) => entry.unitId)),
      ]);
      for (const standing of piece) {
        const holder = people.get(String(standing.entry.learnerId));
        if (holder) {
          const name = unique(nameOfCertificate(holder, standing), taken);
          const unitName = nameOf(standing.entry.unitId);
          yield {
            name: `${name}.pdf`,
            bytes: await printing.bytes(standing, { holder, unitName, approval }),
          };
          // A certificate takes some tens of milliseconds of the one thread that all share.
          await othersTurn();
        }
      }
    }
  }

  return {
    async zip(creditingId, actor) {
      const { state } = await services.crediting.visible(creditingId, actor);
      if (state !== 'approved') {
        throw appError('CREDIT_NOT_REVIEWED');
      }
      const standings = (await services.credits.standings({ creditingId })).filter(isReviewed);
      const [first] = standings;
      if (!first) {
        throw appError('CREDIT_NOT_REVIEWED', { message: '这批学分已全部撤销，没有证书' });
      }
      const { project } = first.full;
      return {
        name: `学分证书-${fileSafe(`${project.number}-${project.name}`)}.zip`,
        type: 'application/zip',
        body: zipped(certificates(creditingId, standings), new Date(clock.now()), (err) =>
          log.error({ err, creditingId }, 'certificates.zip'),
        ),
      };
    },
  };
}

/** Files as one ZIP; the next is asked for when the one before has been taken. An error breaks the stream off. */
export function zipped(
  files: AsyncIterable<{ name: string; bytes: Buffer }>,
  mtime: Date,
  onError: (error: unknown) => void,
): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  const closed = new Promise((resolve) => out.once('close', resolve));
  const fail = (error: unknown) => {
    onError(error);
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  };
  async function fill() {
    for await (const { name, bytes } of files) {
      const stream = Readable.from([bytes]);
      // PDFs are packed in themselves.
      zip.addReadStream(stream, name, { mtime, compress: false, size: bytes.length });
      await Promise.race([new Promise((resolve) => stream.once('end', resolve)), closed]);
      if (out.destroyed) {
        return;
      }
    }
    zip.end();
  }
  zip.on('error', fail);
  fill().catch(fail);
  return out;
}

function unique(name: string, taken: Set<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n += 1) {
    free = `${name}-${n}`;
  }
  taken.add(free);
  return free;
}
