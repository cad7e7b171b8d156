import type { LearnerProfile, StatusPeriod } from '@common/contract/profile';
import { dayOf } from '@common/rules/shanghaiTime';
import { PERSONNEL_STATUSES } from '@common/terms';
import { Button } from 'antd';
import { useState } from 'react';
import { Guarded } from '../../components/guarded';
import { StatusTag } from '../../components/statusTag';
import { EndStatusModal } from './endStatusModal';
import { StatusModal } from './statusModal';

/** Where a period stands to today (`YYYY-MM-DD`, which compares as text). */
function stageOf({ from, to }: StatusPeriod, today: string) {
  if (from > today) {
    return { tone: 'waiting', text: '未开始' } as const;
  }
  return to !== null && to < today
    ? ({ tone: 'quiet', text: '已结束' } as const)
    : ({ tone: 'live', text: '进行中' } as const);
}

interface Props {
  person: LearnerProfile;
  onChange: () => void;
}

/** 人员状态: 产假, 不计达标, 注销 with their days; outside them everyone is 正常. */
export function StatusCard({ person, onChange }: Props) {
  const [isAdding, setAdding] = useState(false);
  const [ending, setEnding] = useState<StatusPeriod | null>(null);
  const today = dayOf(Date.now());
  return (
    <section className="card">
      <div className="card__head">
        <h2>人员状态</h2>
        <span className="pill">今天：{PERSONNEL_STATUSES[person.status]}</span>
        <Guarded permission="approveLearners">
          <Button size="small" onClick={() => setAdding(true)}>
            登记状态
          </Button>
        </Guarded>
      </div>
      {person.statusPeriods.length === 0 ? (
        <p className="card__empty">没有登记过产假、不计达标或注销，一直是“正常”，按年度要求计算达标</p>
      ) : (
        <ul className="status-periods">
          {person.statusPeriods.map((period) => {
            const { tone, text } = stageOf(period, today);
            return (
              <li key={period.id}>
                <b>{PERSONNEL_STATUSES[period.status]}</b>
                <span className="mono">
                  {period.from} 至 {period.to ?? '今后'}
                </span>
                <StatusTag tone={tone}>{text}</StatusTag>
                <span className="faint status-periods__reason">{period.reason}</span>
                <Guarded permission="approveLearners">
                  <Button type="link" className="inline-link" onClick={() => setEnding(period)}>
                    修改止日
                  </Button>
                </Guarded>
              </li>
            );
          })}
        </ul>
      )}
      <StatusModal open={isAdding} person={person} onClose={() => setAdding(false)} onSaved={onChange} />
      <EndStatusModal
        learnerId={person.id}
        period={ending}
        onClose={() => setEnding(null)}
        onSaved={onChange}
      />
    </section>
  );
}
