import type { SwipeUpload } from '@common/contract/terminals';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { client } from '../../../api/session';
import { ListTable } from '../../../components/listTable';
import { Loaded } from '../../../components/loaded';
import { EmptyState } from '../../../components/states';
import { useAddress } from '../../../hooks/useAddress';
import { useLoad } from '../../../hooks/useLoad';
import type { TabProps } from './attendanceTabs';
import { SwipeUploadCard } from './swipeUploadCard';
import { swipeUploadColumns } from './swipeUploadColumns';
import { UploadReport } from './uploadReport';
import './uploads.css';

/** More machines than a hall has doors. */
const MACHINES = 200;

/** 刷卡机 (manual 004): 下载活动信息到考勤机 → 举办活动（刷卡） → 上传信息. */
export default function UploadsTab({ activity, onChange }: TabProps) {
  const activityId = activity.id;
  const [filters, setFilters] = useAddress({ page: 1, pageSize: 20 });
  const machines = useLoad(() => client.terminals.listTerminals({ pageSize: MACHINES }), []);
  const list = useLoad(() => client.terminals.listUploads({ activityId, ...filters }), [activityId, filters]);
  const [shown, setShown] = useState<SwipeUpload | null>(null);
  return (
    <div className="swipe-uploads">
      <Loaded load={machines} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 5 }} />}>
        {({ items }) =>
          items.length === 0 ? (
            <section className="card">
              <EmptyState
                icon="device"
                title="还没有登记刷卡考勤机"
                hint="登记考勤机、给学员发IC卡以后，在这里下载活动信息、上传刷卡记录"
                action={<Link to="/terminals">去登记考勤机</Link>}
              />
            </section>
          ) : (
            <SwipeUploadCard
              activityId={activityId}
              machines={items}
              onUploaded={(upload) => {
                setShown(upload);
                list.reload();
                onChange();
              }}
            />
          )
        }
      </Loaded>
      <section className="card">
        <div className="card__head">
          <h2>上传记录</h2>
        </div>
        <ListTable
          load={list}
          rowKey="id"
          unit="次"
          columns={swipeUploadColumns(setShown)}
          scroll={{ x: 980 }}
          onPage={(page, pageSize) => setFilters({ page, pageSize })}
          empty={
            <EmptyState
              isSmall
              icon="upload"
              title="还没有上传过刷卡记录"
              hint="活动结束后从考勤机导出刷卡记录，在上面选择文件上传；重复上传不会重复记录"
            />
          }
        />
      </section>
      <UploadReport upload={shown} onClose={() => setShown(null)} />
    </div>
  );
}
