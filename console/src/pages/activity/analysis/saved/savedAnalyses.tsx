import type { ActivityView } from '@common/contract/activities';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { client } from '../../../../api/session';
import { BatchBar } from '../../../../components/batchBar';
import { ListTable } from '../../../../components/listTable';
import { EmptyState } from '../../../../components/states';
import { useAddress } from '../../../../hooks/useAddress';
import { useLoad } from '../../../../hooks/useLoad';
import { savedColumns } from './savedColumns';
import './saved.css';

interface Props {
  activity: ActivityView;
  isReadOnly: boolean;
}

/** 已保存的分析: what each went by and came to; two are chosen to be compared. */
export default function SavedAnalyses({ activity, isReadOnly }: Props) {
  const activityId = activity.id;
  const navigate = useNavigate();
  const [{ page, pageSize }, setFilters] = useAddress({ page: 1, pageSize: 20 });
  const list = useLoad(
    () => client.analyses.listAnalyses({ activityId, page, pageSize }),
    [activityId, page, pageSize],
  );
  const [chosen, setChosen] = useState<string[]>([]);
  // In the order in which they were chosen.
  const [first, second] = chosen;
  return (
    <>
      <section className="card analysis-saved">
        <ListTable
          load={list}
          rowKey="id"
          unit="次分析"
          columns={savedColumns(isReadOnly)}
          scroll={{ x: 980 }}
          onPage={(nextPage, nextSize) => setFilters({ page: nextPage, pageSize: nextSize })}
          rowSelection={{
            selectedRowKeys: chosen,
            preserveSelectedRowKeys: true,
            hideSelectAll: true,
            columnWidth: 48,
            onChange: (keys) => setChosen(keys.map(String)),
            getCheckboxProps: (row) => ({
              disabled: chosen.length === 2 && !chosen.includes(row.id),
              'aria-label': `选择第${row.no}次分析`,
            }),
          }}
          empty={
            <EmptyState
              icon="clock"
              title="还没有考勤分析"
              hint={
                isReadOnly
                  ? '举办单位保存考勤分析后，可以在这里查看；未经考勤分析所授学分，审核不能通过'
                  : '设置刷卡周期，点“考勤分析”保存；未经考勤分析所授学分，一律审核不通过'
              }
              action={!isReadOnly && <Link to={`/activities/${activityId}/analysis`}>设置刷卡周期</Link>}
            />
          }
        />
      </section>
      <BatchBar
        count={chosen.length}
        unit="次"
        note={chosen.length === 1 ? '再选择一次，比较两次分析的结果' : undefined}
        onClear={() => setChosen([])}
      >
        <Button
          type="primary"
          disabled={!second}
          onClick={() => navigate(`/activities/${activityId}/analysis?first=${first}&second=${second}`)}
        >
          比较
        </Button>
      </BatchBar>
    </>
  );
}
