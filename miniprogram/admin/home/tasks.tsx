import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import { Card } from '@/components/card/card';
import { ListRow } from '@/components/list-row/listRow';
import { StatusTag } from '@/components/status-tag/statusTag';
import { open } from '@/services/navigate';

type Overview = OutputOf<Contract['overview']['unitOverview']>;

/** What an administrator does on the phone, each with how many wait. */
export function Tasks({ overview }: { overview: Overview }) {
  return (
    <Card className="admin__list">
      <ListRow
        id="go-pending"
        icon="person"
        title="人员信息审核"
        detail="核对后逐一或批量审核"
        value={waitingTag(overview.waitingLearners, '人待审核', '已审完')}
        onPress={() => open('adminPending')}
      />
      <ListRow
        id="go-corrections"
        icon="shield"
        title="更正申请"
        detail="职称变更、姓名更正"
        value={waitingTag(overview.waitingCorrections, '项待处理')}
        onPress={() => open('adminCorrections')}
      />
      <ListRow
        id="go-transfers"
        icon="switch"
        title="人员调动"
        detail="调出、调入"
        value={waitingTag(overview.waitingTransfers, '项待处理')}
        onPress={() => open('adminTransfers')}
      />
      <ListRow
        id="go-people"
        icon="people"
        title="人员"
        detail="查找、调整科室、登记人员状态"
        onPress={() => open('adminPeople')}
      />
      {overview.waitingCreditings > 0 ? (
        <ListRow
          icon="hourglass"
          title="授分审核中"
          detail="等待行政部门审核，可在电脑端查看"
          value={`${overview.waitingCreditings} 批`}
        />
      ) : null}
    </Card>
  );
}

function waitingTag(count: number, what: string, nothing?: string) {
  if (count > 0) {
    return <StatusTag tone="act">{`${count} ${what}`}</StatusTag>;
  }
  return nothing ? <StatusTag tone="done">{nothing}</StatusTag> : undefined;
}
