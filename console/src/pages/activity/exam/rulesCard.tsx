import type { ActivityView } from '@common/contract/activities';
import { Button } from 'antd';
import { useState } from 'react';
import { Guarded } from '../../../components/guarded';
import { RulesModal } from './rulesModal';
import { ruleLines } from './ruleWords';
import type { Paper } from './usePaper';

interface Props {
  paper: Paper;
  activity: ActivityView;
}

/** 考试设置: how the paper is taken, in words. */
export function RulesCard({ paper, activity }: Props) {
  const { rules, questions } = paper.view;
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="card exam-rules" aria-label="考试设置">
      <div className="card__head">
        <h2>考试设置</h2>
        <Guarded permission="holdActivities">
          <Button size="small" onClick={() => setOpen(true)}>
            修改
          </Button>
        </Guarded>
      </div>
      <dl className="summary">
        {ruleLines(rules, questions.length, activity.periods).map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <RulesModal open={isOpen} paper={paper} activity={activity} onClose={() => setOpen(false)} />
    </section>
  );
}
