import type { CompletionRules } from '@common/contract/completionRules';
import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import { ownRules } from '@common/rules/ownRules';
import { App, Button, Skeleton, Switch } from 'antd';
import { useEffect, useState } from 'react';
import { client } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { SettingsActions } from '../../components/settingsActions';
import { useAction } from '../../hooks/useAction';
import { useLoad } from '../../hooks/useLoad';
import { usePermission } from '../../hooks/usePermission';

interface Props {
  /** Who has set what applies without a rule of one's own: 上级, or 系统默认 where there is nobody above. */
  aboveName: string;
  onChanged: (part: 'completion', isChanged: boolean) => void;
}

const LINES: readonly { name: keyof CompletionRules; title: string; on: string; off: string }[] = [
  {
    name: 'isExamRequired',
    title: '必须考试合格',
    on: '没有考试合格的学员不能授分；没有启用五道以上试题的活动不能展示签到二维码',
    off: '由举办单位在授分时决定是否必须考试合格',
  },
  {
    name: 'isEvaluationRequired',
    title: '必须完成项目评价',
    on: '没有完成项目评价的学员不能授分',
    off: '由举办单位在授分时决定是否必须完成项目评价',
  },
];

/** 授分条件: whether exam and 项目评价 are needed for the credit (manual 000 §二, §四). */
export function CompletionCard(props: Props) {
  const load = useLoad(() => client.completionRules.completionRules({}), []);
  return (
    <Loaded load={load} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 4 }} />}>
      {(stored) => <Rules {...props} stored={stored} />}
    </Loaded>
  );
}

type Stored = OutputOf<Contract['completionRules']['completionRules']>;

function Rules({ stored, aboveName, onChanged }: Props & { stored: Stored }) {
  const { message } = App.useApp();
  const isReadOnly = usePermission('manageAccount') !== null;
  const [kept, setKept] = useState(stored.rules);
  const [rules, setRules] = useState(stored.rules);
  const isChanged = Object.keys(ownRules(rules, kept)).length > 0;
  useEffect(() => onChanged('completion', isChanged), [isChanged, onChanged]);

  const save = useAction(async () => {
    const saved = await client.completionRules.setCompletionRules(rules);
    setKept(saved.rules);
    setRules(saved.rules);
    message.success('授分条件已保存');
  });
  const set = (name: keyof CompletionRules, isOn: boolean) =>
    setRules((before) => ({ ...before, [name]: isOn }));
  return (
    <section className="card" aria-label="授分条件">
      <div className="card__head">
        <h2>授分条件</h2>
        <span className="faint">除有效考勤外；已经授予的学分不变</span>
        <div className="exam-settings-actions">
          <SettingsActions
            permission="manageAccount"
            isChanged={isChanged}
            isFaulty={false}
            busy={save.busy}
            onDrop={() => setRules(kept)}
            onSave={() => save.run()}
          />
        </div>
      </div>
      <ul className="completion-rules">
        {LINES.map(({ name, title, on, off }) => (
          <li key={name} aria-label={title}>
            <Switch
              checked={rules[name]}
              disabled={isReadOnly}
              aria-label={title}
              onChange={(isOn) => set(name, isOn)}
            />
            <div>
              <b>{title}</b>
              <p className="soft">{rules[name] ? on : off}</p>
            </div>
            {rules[name] === stored.above[name] ? (
              <span className="faint">与{aboveName}相同</span>
            ) : (
              <span>
                {aboveName}：{stored.above[name] ? '必须' : '由单位决定'}
                {!isReadOnly && (
                  <Button
                    type="link"
                    size="small"
                    aria-label={`${title}恢复为${aboveName}`}
                    onClick={() => set(name, stored.above[name])}
                  >
                    恢复
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
