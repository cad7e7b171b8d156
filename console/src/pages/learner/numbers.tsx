import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { client } from '../../api/session';
import { Guarded } from '../../components/guarded';
import { useAction } from '../../hooks/useAction';

interface Props {
  learnerId: string;
  idNoMasked: string;
  phoneMasked: string;
}

/** The numbers, masked; in full for who has the 权限, and then the person can see who it was. */
export function Numbers({ learnerId, idNoMasked, phoneMasked }: Props) {
  const [full, setFull] = useState<{ idNo: string; phone: string } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person, another reading.
  useEffect(() => setFull(null), [learnerId]);
  const reveal = useAction(async () => setFull(await client.learners.revealNumbers({ learnerId })));
  return (
    <div className="numbers">
      <dl>
        <div className="numbers__line">
          <dt>身份证号</dt>
          <dd className="mono">{full?.idNo ?? idNoMasked}</dd>
        </div>
        <div className="numbers__line">
          <dt>手机号</dt>
          <dd className="mono">{full?.phone ?? phoneMasked}</dd>
        </div>
      </dl>
      {full ? (
        <Alert
          type="info"
          title="已记录，本人可以看到这次查看"
          action={
            <Button size="small" onClick={() => setFull(null)}>
              隐藏
            </Button>
          }
        />
      ) : (
        <>
          <Guarded permission="readPersonalData">
            <Button block loading={reveal.busy} onClick={() => reveal.run()}>
              查看完整号码
            </Button>
          </Guarded>
          <p className="cell-sub">查看会被记录，本人可以看到</p>
        </>
      )}
    </div>
  );
}
