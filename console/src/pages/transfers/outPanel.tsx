import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { client } from '../../api/session';
import { useAction } from '../../hooks/useAction';
import { IdNoSearch } from './idNoSearch';
import { PersonFound } from './personFound';
import { ReleaseModal, type Releasing } from './releaseModal';
import { transferStatus } from './transferView';

type Found = OutputOf<Contract['transfers']['findToRelease']>;

/** 人员调出: 输入身份证号码 → 查询 → 调出 (manual 003 §六1). */
export function OutPanel({ onDone }: { onDone: () => void }) {
  const [found, setFound] = useState<Found | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [releasing, setReleasing] = useState<Releasing | null>(null);
  const clear = () => {
    setFound(null);
    setFault(null);
  };
  const find = useAction(
    async (idNo: string) => {
      clear();
      setFound(await client.transfers.findToRelease({ idNo }));
    },
    (error) => {
      setFault(error.message);
      return true;
    },
  );
  // One who is on his way already is released from the list below, if it is this unit's turn.
  const open = found?.transfer ?? null;
  const canRelease = open === null || open.can.includes('release');
  return (
    <section className="card transfer-panel">
      <h2>人员调出</h2>
      <IdNoSearch busy={find.busy} onSearch={find.run} onTyping={clear} />
      {fault && <Alert type="warning" showIcon title={fault} />}
      {found && (
        <PersonFound
          person={found}
          note={open ? `已有未完成的调动：${transferStatus(open).text}` : null}
          action={
            canRelease && (
              <Button
                type="primary"
                onClick={() => setReleasing({ ...found, toUnitName: open?.toUnitName ?? null })}
              >
                调出
              </Button>
            )
          }
        />
      )}
      <ReleaseModal
        person={releasing}
        onClose={() => setReleasing(null)}
        onDone={() => {
          clear();
          onDone();
        }}
      />
    </section>
  );
}
