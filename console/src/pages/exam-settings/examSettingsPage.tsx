import { FORM_KINDS } from '@common/terms';
import { Badge, Segmented } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { useMe } from '../../api/session';
import { PageHeader } from '../../components/pageHeader';
import { oneOf, useAddress } from '../../hooks/useAddress';
import { levelOfAuthority } from '../windows/levelOfAuthority';
import { CompletionCard } from './completionCard';
import { FormPart } from './formPart';
import './examSettings.css';

type Part = 'completion' | 'evaluation' | 'survey';
const PARTS: [Part, ...Part[]] = ['completion', 'evaluation', 'survey'];
const LABELS: Record<Part, string> = {
  completion: '授分条件',
  evaluation: `${FORM_KINDS.evaluation}表`,
  survey: FORM_KINDS.survey,
};

/** 考试与评价设置: what a credit needs beside the attendance, and the forms that learners fill in; for the authority's region. */
export default function ExamSettingsPage() {
  const me = useMe();
  const [{ part: asked }, setAddress] = useAddress({ part: 'completion' });
  const part = oneOf(PARTS, asked);
  const opened = useRef(new Set<Part>());
  opened.current.add(part);
  const [unsaved, setUnsaved] = useState<Partial<Record<Part, boolean>>>({});
  const tell = useCallback(
    (which: Part, isChanged: boolean) =>
      setUnsaved((before) => (before[which] === isChanged ? before : { ...before, [which]: isChanged })),
    [],
  );
  const aboveName = levelOfAuthority(me.authority?.code ?? '') === 'nation' ? '系统默认' : '上级';
  return (
    <>
      <PageHeader
        title="考试与评价设置"
        note="本辖区的活动授分前还须完成什么、学员填写哪些问卷；下级没有另行设置的随之改变。"
      />
      <Segmented
        className="exam-settings-parts"
        size="large"
        value={part}
        options={PARTS.map((value) => ({
          value,
          label: (
            <Badge dot={unsaved[value]} offset={[4, 2]} title={unsaved[value] ? '有未保存的修改' : ''}>
              {LABELS[value]}
            </Badge>
          ),
        }))}
        onChange={(value) => setAddress({ part: value })}
      />
      {/* What was opened stays in the page: a look at another part must not lose what was changed in this one. */}
      {PARTS.filter((value) => opened.current.has(value)).map((value) => (
        <div key={value} hidden={part !== value}>
          {value === 'completion' ? (
            <CompletionCard aboveName={aboveName} onChanged={tell} />
          ) : (
            <FormPart kind={value} aboveName={aboveName} onChanged={tell} />
          )}
        </div>
      ))}
    </>
  );
}
