import type { ReportRow } from '@common/contract/reports';
import { StatusTag, type Tone } from '../../components/statusTag';

type Given = Pick<ReportRow, 'daysLeft' | 'isLate' | 'isProvisional'>;

/** The deadline in words: 还有 12 个工作日, 今天到期, 已逾期 3 个工作日; once it is handed in, whether it was in time. */
export function deadlineWords({ daysLeft, isLate }: Given): { tone: Tone; text: string } {
  if (daysLeft === null) {
    return isLate ? { tone: 'waiting', text: '逾期提交' } : { tone: 'done', text: '按期提交' };
  }
  if (isLate) {
    return { tone: 'act', text: daysLeft < 0 ? `已逾期 ${-daysLeft} 个工作日` : '已逾期' };
  }
  return { tone: 'waiting', text: daysLeft === 0 ? '今天到期' : `还有 ${daysLeft} 个工作日` };
}

/** The countdown of a report: amber while time is left, red once it is late. */
export function Deadline(given: Given) {
  const { tone, text } = deadlineWords(given);
  return (
    <>
      <StatusTag tone={tone}>{text}</StatusTag>
      {given.isProvisional && <div className="cell-sub">以公布的放假安排为准</div>}
    </>
  );
}
