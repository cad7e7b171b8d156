import type { InputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import type { TransferRow } from '@common/contract/transfers';
import { type ReactNode, useState } from 'react';
import { ask, tell } from '@/services/feedback';
import { api } from '@/services/session';
import { ReasonSheet } from '../parts/reasonSheet';

/** Which sheet is open: 调出 or 调入 by 身份证号码, or 调入 of one of the list. */
export type Order = { kind: 'release' } | { kind: 'admit'; row?: TransferRow };

export interface Orders {
  release(input: InputOf<Contract['transfers']['release']>): Promise<void>;
  admit(input: InputOf<Contract['transfers']['admit']>): Promise<void>;
  /** The three that a row may offer. */
  releaseRow(row: TransferRow): Promise<void>;
  admitRow(row: TransferRow): void;
  cancelRow(row: TransferRow): Promise<void>;
  /** Asks for the reason of a refusal. */
  sheet: ReactNode;
}

const REASONS = ['正在服务期内', '手续尚未办理', '非本单位聘用人员', '人员申请有误'] as const;

/** What a unit's administrator can do about a 调动; each is confirmed, told and shown. */
export function useOrders(given: {
  onDone: () => Promise<void>;
  setOrder: (order: Order | null) => void;
}): Orders {
  const { onDone, setOrder } = given;
  const [refusing, setRefusing] = useState<TransferRow | null>(null);
  const done = async (words: string) => {
    setOrder(null);
    setRefusing(null);
    tell(words);
    await onDone();
  };
  const release: Orders['release'] = async (input) => {
    await api.transfers.release(input);
    await done('已调出，等待现单位调入');
  };
  const cancel = async (transferId: string, reason: string, words: string) => {
    await api.transfers.cancelTransfer({ transferId, reason });
    await done(words);
  };
  return {
    release,
    admit: async (input) => {
      const { name } = await api.transfers.admit(input);
      await done(`${name}已调入本单位`);
    },
    releaseRow: async (row) => {
      const whereTo = row.toUnitName ? `，由${row.toUnitName}办理调入` : '';
      if (await ask('同意调出', `${row.name}将从本单位调出${whereTo}。已获得的学分不受影响。`, '调出')) {
        await release({ learnerId: row.learnerId });
      }
    },
    admitRow: (row) => setOrder({ kind: 'admit', row }),
    cancelRow: async (row) => {
      if (row.state === 'requested') {
        setRefusing(row);
        return;
      }
      if (await ask('撤回调出', `${row.name}仍为本单位人员，现单位不能再调入。`, '撤回')) {
        await cancel(row.id, '', '已撤回调出');
      }
    },
    sheet: (
      <ReasonSheet
        isOpen={refusing !== null}
        title={`不同意调动：${refusing?.name ?? ''}`}
        reasons={REASONS}
        action="确定不同意"
        onClose={() => setRefusing(null)}
        onDecide={async (reason) => {
          if (refusing) {
            await cancel(refusing.id, reason, '已告知本人和另一单位');
          }
        }}
      />
    ),
  };
}
