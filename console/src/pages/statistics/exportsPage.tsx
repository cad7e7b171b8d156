import type { ExportJob } from '@common/contract/exports';
import { EXPORT_KINDS, EXPORT_STATES } from '@common/terms';
import { App, Button, Progress, type TableProps } from 'antd';
import { Link } from 'react-router';
import { client } from '../../api/session';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { EmptyState } from '../../components/states';
import { StatusTag } from '../../components/statusTag';
import { formatBytes, showCount, showDateTime } from '../../format';
import { useAction } from '../../hooks/useAction';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { isGoingOn, percentOf } from './exportState';

const LOOK_EVERY_MS = 5_000;
const TONES = { waiting: 'waiting', running: 'live', done: 'done', failed: 'act' } as const;

/** 导出文件: what this account has had made, as long as it is kept. */
export default function ExportsPage() {
  const { modal } = App.useApp();
  const [filters, setFilters] = useAddress({ page: 1, pageSize: 20 });
  const list = useLoad(() => client.exports.listExports(filters), [filters], { everyMs: LOOK_EVERY_MS });
  const download = useAction(async (exportId: string) => {
    const file = await client.exports.downloadExport({ exportId });
    await file.save();
  });
  const remove = (job: ExportJob) =>
    modal.confirm({
      title: isGoingOn(job) ? '取消这次导出？' : '删除这个文件？',
      content: job.name,
      okText: isGoingOn(job) ? '取消导出' : '删除',
      okButtonProps: { danger: true },
      cancelText: '返回',
      onOk: async () => {
        await client.exports.removeExport({ exportId: job.id });
        list.reload();
      },
    });
  const columns: TableProps<ExportJob>['columns'] = [
    {
      title: '文件',
      key: 'name',
      render: (_, { name, kind }) => (
        <>
          <div className="cell-main">{name}</div>
          <div className="cell-sub">{EXPORT_KINDS[kind]}</div>
        </>
      ),
    },
    {
      title: '进度',
      key: 'state',
      width: 260,
      render: (_, job) =>
        job.state === 'running' ? (
          <Progress size="small" percent={percentOf(job)} />
        ) : (
          <>
            <StatusTag tone={TONES[job.state]}>{EXPORT_STATES[job.state]}</StatusTag>
            {job.message && <div className="cell-sub">{job.message}</div>}
          </>
        ),
    },
    { title: '行数', key: 'rows', width: 100, align: 'right', render: (_, { rows }) => showCount(rows) },
    {
      title: '大小',
      key: 'bytes',
      width: 100,
      align: 'right',
      render: (_, { bytes }) => (bytes === null ? '—' : formatBytes(bytes)),
    },
    {
      title: '导出时间',
      key: 'at',
      width: 190,
      className: 'after-number',
      render: (_, { createdAt, expiresAt }) => (
        <>
          <div className="nowrap">{showDateTime(createdAt)}</div>
          {expiresAt && <div className="cell-sub nowrap">保留至 {showDateTime(expiresAt)}</div>}
        </>
      ),
    },
    {
      title: '操作',
      key: 'actions',
      width: 150,
      render: (_, job) => (
        <div className="cell-actions">
          {job.state === 'done' && (
            <Button type="link" size="small" loading={download.busy} onClick={() => download.run(job.id)}>
              下载
            </Button>
          )}
          <Button type="link" size="small" danger onClick={() => remove(job)}>
            {isGoingOn(job) ? '取消' : '删除'}
          </Button>
        </div>
      ),
    },
  ];
  return (
    <>
      <PageHeader title="导出文件" note="人数多的Excel在后台生成，文件保留1天；下载中断时从断开的地方继续" />
      <section className="card">
        <ListTable
          load={list}
          rowKey="id"
          unit="个文件"
          columns={columns}
          onPage={(page, pageSize) => setFilters({ page, pageSize })}
          empty={
            <EmptyState
              icon="copy"
              title="还没有导出的文件"
              hint="在项目明细查询、人员明细或学分统计中点“导出Excel”"
              action={
                <Link to="/statistics/projects">
                  <Button type="primary">去项目明细查询</Button>
                </Link>
              }
            />
          }
        />
      </section>
    </>
  );
}
