import { CODE_BYTES, verificationCodeOf } from '@common/rules/verificationCode';
import type { PrintKind } from '@common/terms';
import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { isDuplicate, tryAgain } from '../../platform/mongo';
import { type CertificateDoc, certificateModel } from './model';

/** A list that is printed: which credits it holds. */
export interface NewPrint {
  kind: Exclude<PrintKind, 'certificate'>;
  learnerId: Types.ObjectId;
  entryIds: Types.ObjectId[];
  year?: number;
}

/** Papers and their codes. */
export interface Issuing {
  /** The one certificate of a credit: whoever comes first makes it. */
  certificateOf(entry: { _id: Types.ObjectId; learnerId: Types.ObjectId }): Promise<CertificateDoc>;
  /** A statement or booklet that is printed now; each print has its own code. */
  print(list: NewPrint): Promise<CertificateDoc>;
  /** Certificates that there are, by the id of their credit. */
  knownOf(entryIds: Types.ObjectId[]): Promise<Map<string, CertificateDoc>>;
  find(code: string): Promise<CertificateDoc | null>;
}

/** Two draws of 65 bits never meet; two people who open the same certificate do. */
const TRIES = 5;

export function createIssuing({ mongo, clock, random }: Platform): Issuing {
  const Certificate = certificateModel(mongo);
  const drawn = () => ({
    code: verificationCodeOf(random.bytes(CODE_BYTES)),
    issuedAt: new Date(clock.now()),
  });

  return {
    async certificateOf({ _id, learnerId }) {
      const known = await Certificate.findOne({ entryId: _id }).lean();
      if (known) {
        return known;
      }
      const issue = async () =>
        Certificate.findOneAndUpdate(
          { entryId: _id },
          { $setOnInsert: { kind: 'certificate', learnerId, entryIds: [_id], ...drawn() } },
          { upsert: true, returnDocument: 'after' },
        ).lean();
      return tryAgain(issue, isDuplicate, TRIES);
    },
    async print(list) {
      const write = async () => {
        const doc: CertificateDoc = { _id: new Types.ObjectId(), ...list, ...drawn() };
        await Certificate.create(doc);
        return doc;
      };
      return tryAgain(write, isDuplicate, TRIES);
    },
    async knownOf(entryIds) {
      const rows = await Certificate.find({ entryId: { $in: entryIds } }).lean();
      return new Map(rows.map((row) => [String(row.entryId), row]));
    },
    find: async (code) => Certificate.findOne({ code }).lean(),
  };
}
