import type { ActivityView } from '@common/contract/activities';
import type { SavedAnalysis } from '@common/contract/analyses';
import { Alert, App } from 'antd';
import { client } from '../../../../api/session';
import { useAction } from '../../../../hooks/useAction';
import { methodOf } from './draft';
import { MethodCard } from './methodCard';
import { PreviewCard } from './previewCard';
import { TimelineCard, type TimelineFacts } from './timelineCard';
import { useDraft } from './useDraft';
import { usePreview } from './usePreview';

interface Props {
  activity: ActivityView;
  facts: TimelineFacts;
  before: SavedAnalysis | null;
  courseId: string;
  onCourse: (courseId: string) => void;
  onSaved: (analysisId: string) => void;
}

/** The windows and the strategy on the left, what they come to on the right. */
export function EditorForm({ activity, facts, before, courseId, onCourse, onSaved }: Props) {
  const activityId = activity.id;
  const { message } = App.useApp();
  const [draft, actions] = useDraft(before);
  const preview = usePreview(activityId, draft);
  const method = methodOf(draft);
  const save = useAction(async () => {
    if (!method) {
      return;
    }
    const saved = await client.analyses.saveAnalysis({ activityId, method });
    message.success(`第${saved.no}次考勤分析已保存，有效${saved.counts.effective}人`);
    onSaved(saved.id);
  });
  return (
    <>
      {before && (
        <Alert
          className="notice"
          type="info"
          showIcon
          title={`已载入第${before.no}次考勤分析的刷卡周期和策略，修改后保存为新的一次，原来的保留`}
        />
      )}
      <div className="analysis-editor">
        <div className="analysis-editor__main">
          <TimelineCard
            activity={activity}
            facts={facts}
            windows={draft.windows}
            actions={actions}
            preview={preview}
            courseId={courseId}
            onCourse={onCourse}
          />
          <MethodCard
            activityId={activityId}
            draft={draft}
            facts={facts}
            courses={activity.courses.length}
            actions={actions}
          />
        </div>
        <PreviewCard
          preview={preview}
          canSave={method !== null}
          isSaving={save.busy}
          persons={facts.persons}
          onSave={() => save.run()}
        />
      </div>
    </>
  );
}
