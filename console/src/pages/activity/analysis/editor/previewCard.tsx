import { Button } from 'antd';
import { Guarded } from '../../../../components/guarded';
import { showCount } from '../../../../format';
import { ReasonCounts } from '../reasonCounts';
import type { Preview } from './usePreview';

interface Props {
  preview: Preview;
  /** There is a window, and none is wrong. */
  canSave: boolean;
  isSaving: boolean;
  /** Everybody with a swipe, before anything is counted. */
  persons: number;
  onSave: () => void;
}

/** How many the present windows leave in, counted while one draws, and 考勤分析, which keeps it. */
export function PreviewCard({ preview, canSave, isSaving, persons, onSave }: Props) {
  const { counts, busy, error } = preview;
  return (
    <aside className="card analysis-preview" aria-label="符合条件人数">
      <h2>符合条件人数</h2>
      <ol
        className={busy ? 'analysis-preview__steps analysis-preview__steps--busy' : 'analysis-preview__steps'}
      >
        <Step name="有考勤" value={counts?.persons ?? persons} of={counts?.persons ?? persons} />
        <Step name="刷卡周期内" value={counts?.attended ?? null} of={counts?.persons ?? 0} />
        <Step name="有效" value={counts?.effective ?? null} of={counts?.persons ?? 0} isLast />
      </ol>
      {counts && <ReasonCounts excluded={counts.excluded} />}
      {counts && counts.doubted > 0 && <p className="warning-line">有效人员中{counts.doubted}人有疑点</p>}
      <p className="analysis-preview__state" aria-live="polite">
        {error ? (
          <>
            {error.message}
            <Button type="link" className="inline-link" onClick={preview.retry}>
              重新计算
            </Button>
          </>
        ) : !canSave ? (
          '设置刷卡周期后，这里随时显示符合条件的人数'
        ) : busy ? (
          '正在计算'
        ) : (
          '还没有保存。点“考勤分析”保存截图和每人结果，作为授分依据'
        )}
      </p>
      <Guarded permission="credit">
        <Button type="primary" size="large" block disabled={!canSave} loading={isSaving} onClick={onSave}>
          考勤分析
        </Button>
      </Guarded>
    </aside>
  );
}

/** A number with its share as a bar; a dash before it is known. */
function Step({
  name,
  value,
  of,
  isLast,
}: {
  name: string;
  value: number | null;
  of: number;
  isLast?: boolean;
}) {
  const share = value !== null && of > 0 ? (value / of) * 100 : 0;
  return (
    <li className={isLast ? 'analysis-step analysis-step--last' : 'analysis-step'}>
      <span>{name}</span>
      <b>
        {value === null ? '—' : showCount(value)}
        <small>人</small>
      </b>
      <i style={{ width: `${share}%` }} />
    </li>
  );
}
