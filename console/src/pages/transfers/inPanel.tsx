import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { client } from '../../api/session';
import { showDate } from '../../format';
import { useAction } from '../../hooks/useAction';
import { AdmitModal, type Admitting } from './admitModal';
import { IdNoSearch } from './idNoSearch';
import { PersonFound } from './personFound';

type Found = OutputOf<Contract['transfers']['findToAdmit']> & { idNo: string };

/** 人员调入: 输入身份证号码 → 查询 → 保存 (manual 003 §六2). Who has not been released is not found, and no more is said. */
export function InPanel({ onDone }: { onDone: () => void }) {
  const [found, setFound] = useState<Found | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [admitting, setAdmitting] = useState<Admitting | null>(null);
  const clear = () => {
    setFound(null);
    setFault(null);
  };
  const find = useAction(
    async (idNo: string) => {
      clear();
      setFound({ ...(await client.transfers.findToAdmit({ idNo })), idNo });
    },
    (error) => {
      setFault(error.message);
      return true;
    },
  );
  return (
    <section className="card transfer-panel">
      <h2>人员调入</h2>
      <IdNoSearch busy={find.busy} onSearch={find.run} onTyping={clear} />
      {fault && <Alert type="warning" showIcon title={fault} />}
      {found && (
        <PersonFound
          person={found}
          note={`由 ${found.fromUnitName} 于 ${showDate(found.releasedAt)} 调出`}
          action={
            <Button
              type="primary"
              onClick={() =>
                setAdmitting({
                  by: { idNo: found.idNo },
                  person: found,
                  fromUnitName: found.fromUnitName,
                })
              }
            >
              调入
            </Button>
          }
        />
      )}
      <AdmitModal
        admitting={admitting}
        onClose={() => setAdmitting(null)}
        onDone={() => {
          clear();
          onDone();
        }}
      />
    </section>
  );
}
