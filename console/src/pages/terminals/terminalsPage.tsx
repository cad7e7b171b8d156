import { Segmented } from 'antd';
import { PageHeader } from '../../components/pageHeader';
import { oneOf, useAddress } from '../../hooks/useAddress';
import { CardsPart } from './cardsPart';
import { MachinesPart } from './machinesPart';

type Tab = 'machines' | 'cards';
const TABS: [Tab, ...Tab[]] = ['machines', 'cards'];

/** 刷卡考勤机 and IC卡 (manual 004): what swipes people's cards, and who has which. */
export default function TerminalsPage() {
  const [filters, setFilters] = useAddress({ tab: 'machines', q: '', page: 1, pageSize: 20 });
  const tab = oneOf(TABS, filters.tab);
  return (
    <>
      <PageHeader
        title="刷卡考勤机"
        note="登记考勤机、给学员发卡；活动信息的下载和刷卡记录的上传，在活动的考勤里。"
        extra={
          <Segmented
            size="large"
            options={[
              { value: 'machines', label: '考勤机' },
              { value: 'cards', label: 'IC卡发放' },
            ]}
            value={tab}
            onChange={(value) => setFilters({ tab: value, q: '', page: 1 })}
          />
        }
      />
      {tab === 'machines' ? (
        <MachinesPart filters={filters} onFilter={setFilters} />
      ) : (
        <CardsPart filters={filters} onFilter={setFilters} />
      )}
    </>
  );
}
