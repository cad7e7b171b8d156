import { Link } from 'react-router';
import { client } from '../../../api/session';
import { ListTable } from '../../../components/listTable';
import { EmptyState } from '../../../components/states';
import { useAddress } from '../../../hooks/useAddress';
import { useLoad } from '../../../hooks/useLoad';
import type { TabProps } from './attendanceTabs';
import { walkInColumns } from './walkInColumns';

/** 现场登记: who signed in by form because he had no account. */
export default function WalkInsTab({ activity }: TabProps) {
  const activityId = activity.id;
  const [filters, setFilters] = useAddress({ page: 1, pageSize: 50 });
  const list = useLoad(() => client.walkIns.listWalkIns({ activityId, ...filters }), [activityId, filters]);
  return (
    <section className="card">
      <div className="card__head">
        <h2>现场登记名单</h2>
        {list.data && list.data.total > 0 && (
          <span className="faint">
            共{list.data.total}人，{list.data.matched}人已注册并计入考勤；其余的注册并由单位审核后自动计入
          </span>
        )}
        <Link to={`/activities/${activityId}/evaluation?tab=survey`}>查看撤离问卷结果</Link>
      </div>
      <ListTable
        load={list}
        rowKey="id"
        unit="人"
        columns={walkInColumns}
        isDense
        scroll={{ x: 1180 }}
        onPage={(page, pageSize) => setFilters({ page, pageSize })}
        empty={
          <EmptyState
            isSmall
            icon="users"
            title="没有人用现场登记表签到"
            hint="本地区启用现场登记表时，没有账号的学员扫码后可以填表签到；是否启用由卫生健康行政部门在考勤设置中规定"
          />
        }
      />
    </section>
  );
}
