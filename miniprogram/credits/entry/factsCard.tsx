import type { CreditRow } from '@common/contract/credits';
import { formatCredits, formatHours } from '@common/rules/credits';
import { CREDIT_CLASSES, CREDIT_ROLES, CREDIT_STATES, PROJECT_LEVELS } from '@common/terms';
import { Card } from '@/components/card/card';
import { ListRow } from '@/components/list-row/listRow';
import { StatusTag } from '@/components/status-tag/statusTag';
import { CREDIT_TONES, heldOn } from '@/services/creditWords';

/** All that is kept of a credit, in the columns of 学分情况查询 (manual 004). */
export function FactsCard({ entry }: { entry: CreditRow }) {
  const { state, opinion } = entry;
  const facts: [string, string][] = [
    ['起止时间', heldOn(entry)],
    ['活动日期', entry.activityDate],
    ['项目编号', entry.projectNumber],
    ['学分级别', PROJECT_LEVELS[entry.level]],
    ['学分类别', CREDIT_CLASSES[entry.creditClass]],
    ['学科', entry.discipline],
    ['参加身份', CREDIT_ROLES[entry.role]],
    ['学时', formatHours(entry.minutes)],
    ['学分', formatCredits(entry.credits)],
    ['承办单位', entry.unitName],
  ];
  return (
    <Card className="credit__facts" id="credit-facts">
      {facts.map(([name, value]) => (
        <ListRow key={name} title={name} value={value} />
      ))}
      <ListRow
        title="审核状态"
        value={<StatusTag tone={CREDIT_TONES[state]}>{CREDIT_STATES[state]}</StatusTag>}
      />
      {opinion ? <ListRow title="审核意见" value={opinion} /> : null}
    </Card>
  );
}
