import type { ActivityView } from '@common/contract/activities';
import type { PaperView } from '@common/contract/papers';
import { PAPER_STATES } from '@common/terms';
import { Button } from 'antd';
import { useState } from 'react';
import { client } from '../../../api/session';
import { StatusTag, type Tone } from '../../../components/statusTag';
import { showDateTime } from '../../../format';
import { useAction } from '../../../hooks/useAction';
import { CloseButton } from './closeButton';
import { PreviewModal } from './previewModal';
import { PublishButton } from './publishButton';
import type { Paper } from './usePaper';

const TONES: Record<PaperView['state'], Tone> = { draft: 'quiet', published: 'done', closed: 'quiet' };

interface Props {
  paper: Paper;
  activity: ActivityView;
}

/** Where the paper stands, and what can be done with it as a whole. */
export function PaperHead({ paper, activity }: Props) {
  const { view } = paper;
  const { state, version, isChanged, attempts, questions } = view;
  const [isPreviewed, setPreviewed] = useState(false);
  const save = useAction(async () => {
    const file = await client.papers.exportPaper({ activityId: activity.id });
    await file.save();
  });
  const isEmpty = questions.length === 0;
  return (
    <section className="card exam-head" aria-label="试卷">
      <div>
        <p className="exam-head__state">
          <StatusTag tone={TONES[state]}>{PAPER_STATES[state]}</StatusTag>
          {version > 0 && <span className="pill">第{version}版</span>}
          {version > 0 && isChanged && <span className="pill pill--waiting">有修改未启用</span>}
        </p>
        <p className="faint">{historyWords(view)}</p>
        {attempts > 0 && (
          <p className="soft">
            已有{attempts}人次考试，修改后启用为第{version + 1}版，已开始的考试不受影响。
          </p>
        )}
      </div>
      <div className="exam-head__actions">
        <Button disabled={isEmpty} onClick={() => setPreviewed(true)}>
          预览
        </Button>
        <Button disabled={isEmpty} loading={save.busy} onClick={() => save.run()}>
          导出
        </Button>
        {state === 'published' && <CloseButton paper={paper} />}
        {(state !== 'published' || isChanged) && <PublishButton paper={paper} activity={activity} />}
      </div>
      <PreviewModal open={isPreviewed} view={view} onClose={() => setPreviewed(false)} />
    </section>
  );
}

function historyWords({ publishedAt, questions, state }: PaperView): string {
  const count = `共${questions.length}道试题`;
  if (!publishedAt) {
    return `${count}，启用后学员才能考试`;
  }
  const at = `${showDateTime(publishedAt)}启用`;
  return state === 'closed' ? `${count}，${at}，现已关闭，不能再开始考试` : `${count}，${at}`;
}
