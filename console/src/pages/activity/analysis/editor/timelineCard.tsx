import type { ActivityView } from '@common/contract/activities';
import type { analyses } from '@common/contract/analyses';
import type { OutputOf } from '@common/contract/endpoint';
import { App, Button, Select } from 'antd';
import { Icon } from '../../../../components/icon';
import type { Span } from '../../../../components/timeline/geometry';
import { Timeline } from '../../../../components/timeline/timeline';
import { inMs } from '../../../activity-edit/draft';
import { type Draft, isJust, isRight, MOST_WINDOWS, nextSpan } from './draft';
import type { DraftActions } from './useDraft';
import type { Preview } from './usePreview';
import { WindowTable } from './windowTable';

export type TimelineFacts = OutputOf<typeof analyses.timeline>;

interface Props {
  activity: ActivityView;
  facts: TimelineFacts;
  windows: Draft['windows'];
  actions: DraftActions;
  preview: Preview;
  /** The course whose swipes are shown; empty for all. */
  courseId: string;
  onCourse: (courseId: string) => void;
}

/** 刷卡周期: drawn on the timeline, taken from a suggestion, or typed into the table. */
export function TimelineCard({ activity, facts, windows, actions, preview, courseId, onCourse }: Props) {
  const { modal } = App.useApp();
  const periods = facts.periods.map(inMs);
  const suggestions = facts.suggestions.map(({ name, windows: spans }) => ({ name, spans: spans.map(inMs) }));
  const isOwn = windows.length > 0 && !suggestions.some(({ spans }) => isJust(windows, spans));
  const isFull = windows.length >= MOST_WINDOWS;

  const clear = () => {
    if (windows.length < 2) {
      actions.replace([]);
      return;
    }
    modal.confirm({
      title: `清空${windows.length}个刷卡周期？`,
      content: '清空后须重新设置；已保存的考勤分析不受影响。',
      okText: '清空',
      icon: null,
      onOk: () => actions.replace([]),
    });
  };
  const suggest = (name: string, spans: readonly Span[]) => {
    if (!isOwn) {
      actions.replace(spans);
      return;
    }
    modal.confirm({
      title: `改用“${name}”的${spans.length}个刷卡周期？`,
      content: `现在设置的${windows.length}个刷卡周期将被替换。`,
      okText: '改用',
      icon: null,
      onOk: () => actions.replace(spans),
    });
  };
  return (
    <section className="card" aria-label="刷卡周期">
      <div className="card__head">
        <h2>刷卡周期</h2>
        <span className="faint">在时间轴上按住并拖动，画出一段有效考勤时间</span>
        {activity.courses.length > 1 && (
          <Select
            className="analysis-windows__choice"
            aria-label="时间轴上的课程"
            value={courseId}
            options={[
              { value: '', label: '全部课程' },
              ...activity.courses.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={onCourse}
          />
        )}
      </div>
      <div className="analysis-suggestions">
        {suggestions.length > 0 && <span className="faint">建议的刷卡周期</span>}
        {suggestions.map(({ name, spans }) => (
          <Button
            key={name}
            type={isJust(windows, spans) ? 'primary' : 'default'}
            ghost={isJust(windows, spans)}
            onClick={() => suggest(name, spans)}
          >
            {name}（{spans.length}个）
          </Button>
        ))}
        <Button className="analysis-suggestions__clear" disabled={windows.length === 0} onClick={clear}>
          清空
        </Button>
      </div>
      <div className="analysis-timeline">
        <Timeline
          days={facts.days}
          bars={facts.bars.map((bar) => ({ ...bar, at: Date.parse(bar.at) }))}
          barMinutes={facts.barMinutes}
          periods={periods}
          windows={windows.map((window) => {
            const { key, from, to } = window;
            const persons = preview.persons.get(key);
            // One that ends before it begins keeps its number, and is not to be seen.
            return {
              key,
              from,
              to: isRight(window) ? to : from,
              note: persons === undefined ? '' : `${persons}人`,
            };
          })}
          editing={{
            onDraw: actions.add,
            onChange: (key, span) => {
              actions.change(key, span);
              actions.settle();
            },
            onRemove: actions.remove,
          }}
        />
      </div>
      {windows.length > 0 && (
        <WindowTable activity={activity} windows={windows} actions={actions} preview={preview} />
      )}
      <div className="analysis-add">
        <Button
          type="dashed"
          disabled={isFull}
          icon={<Icon name="add" size={15} />}
          onClick={() => actions.add(nextSpan(windows, periods))}
        >
          添加刷卡周期
        </Button>
        {isFull && <span className="faint">最多{MOST_WINDOWS}个刷卡周期</span>}
      </div>
    </section>
  );
}
