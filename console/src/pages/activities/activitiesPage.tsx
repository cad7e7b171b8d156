import type { ActivityRow } from '@common/contract/activities';
import { App, Button } from 'antd';
import { useState } from 'react';
import { client } from '../../api/session';
import { Guarded } from '../../components/guarded';
import { Icon } from '../../components/icon';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { useAction } from '../../hooks/useAction';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { refreshCounts } from '../../layout/counts';
import { OpenScreenModal } from '../activity/openScreenModal';
import { ActivitiesEmpty } from './activitiesEmpty';
import { activityColumns } from './activityColumns';
import { ActivityFilterBar } from './activityFilterBar';
import { asQuery, DEFAULTS } from './activityFilters';
import { ChooseProjectModal } from './chooseProjectModal';
import './activities.css';

/** 继教活动－项目管理: the unit's activities, from 添加 to 二维码 (manuals 000 §一, 002 §1.2). */
export default function ActivitiesPage() {
  const { modal, message } = App.useApp();
  const [filters, setFilters] = useAddress(DEFAULTS);
  const list = useLoad(() => client.activities.listUnitActivities(asQuery(filters)), [filters]);
  const [isAdding, setAdding] = useState(false);
  const [screen, setScreen] = useState<ActivityRow | null>(null);
  const act = useAction(
    async (run: () => Promise<unknown>, done: string) => {
      await run();
      message.success(done);
      list.reload();
      void refreshCounts('unit');
    },
    () => {
      // Somebody was faster: the list shows what stands now, beside the message.
      list.reload();
      return false;
    },
  );
  const remove = ({ id, name }: ActivityRow) =>
    modal.confirm({
      title: `删除“${name}”？`,
      content: '已填写的内容和已上传的资料一并删除，不能恢复。',
      okText: '删除',
      okButtonProps: { danger: true },
      icon: null,
      onOk: () => act.run(() => client.activities.removeActivity({ activityId: id }), '已删除'),
    });
  const withdraw = ({ id, name }: ActivityRow) =>
    modal.confirm({
      title: `撤回“${name}”的举办申请？`,
      content: '撤回后可以修改，改好后需要重新提交申请。',
      okText: '撤回',
      icon: null,
      onOk: () => act.run(() => client.activities.withdrawActivity({ activityId: id }), '已撤回，可以修改'),
    });

  return (
    <>
      <PageHeader
        title="项目管理"
        note="本单位的继教活动，最近的在前。审核通过后才能举办和签到。"
        extra={
          <Guarded permission="holdActivities">
            <Button
              type="primary"
              size="large"
              icon={<Icon name="add" size={16} />}
              onClick={() => setAdding(true)}
            >
              添加
            </Button>
          </Guarded>
        }
      />
      <section className="card activities">
        <ActivityFilterBar filters={filters} onChange={setFilters} />
        <ListTable
          load={list}
          rowKey="id"
          unit="个活动"
          isDense
          scroll={{ x: 1180 }}
          columns={activityColumns({
            first: ((list.data?.page ?? 1) - 1) * (list.data?.pageSize ?? 20) + 1,
            busy: act.busy,
            onRemove: remove,
            onWithdraw: withdraw,
            onScreen: setScreen,
          })}
          onPage={(page, pageSize) => setFilters({ page, pageSize })}
          empty={<ActivitiesEmpty filters={filters} onChange={setFilters} onAdd={() => setAdding(true)} />}
        />
      </section>
      <ChooseProjectModal open={isAdding} onClose={() => setAdding(false)} />
      <OpenScreenModal activity={screen} onClose={() => setScreen(null)} />
    </>
  );
}
