import type { UnitProjectRow } from '@common/contract/catalogue';
import { Modal, Table } from 'antd';
import { useEffect, useState } from 'react';
import { client } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { SearchBox } from '../../components/searchBox';
import { EmptyState } from '../../components/states';
import { showCredits } from '../../format';
import { useLoad } from '../../hooks/useLoad';
import { type BeginProps, useBegin } from './useBegin';
import { WindowChoice } from './windowChoice';

const PAGE = 5;

/** 项目备案: an earlier project of the unit is filed again; its contents are taken over. */
export function FilingModal(props: BeginProps) {
  const begin = useBegin('filing', props);
  const { open, onClose } = props;
  const [q, setQ] = useState('');
  const [page, setPage] = useState(1);
  const [project, setProject] = useState<UnitProjectRow | null>(null);
  const level = begin.chosen?.level;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another window offers other projects.
  useEffect(() => {
    setQ('');
    setPage(1);
    setProject(null);
  }, [open, level]);
  const projects = useLoad(
    async () => (level ? client.catalogue.listUnitProjects({ q, level, page, pageSize: PAGE }) : null),
    [level, q, page],
  );
  return (
    <Modal
      open={open}
      title="项目备案"
      width={720}
      okText="带入内容并填写"
      okButtonProps={{ loading: begin.busy, disabled: !begin.chosen || !project }}
      cancelText="取消"
      mask={{ closable: !begin.busy }}
      onCancel={onClose}
      onOk={() => project && begin.begin(project.id)}
    >
      <p className="soft begin__hint">选择本单位以往公布的项目，内容自动带入，核对修改后提交上报。</p>
      <Loaded load={begin.windows}>
        {(windows) => (
          <WindowChoice
            kind="filing"
            windows={windows}
            value={begin.chosen?.id ?? null}
            onChange={begin.choose}
          />
        )}
      </Loaded>
      {level && (
        <div className="filing__projects">
          <SearchBox
            value={q}
            placeholder="项目名称、编号或负责人"
            onSearch={(text) => {
              setQ(text);
              setPage(1);
            }}
          />
          {projects.data?.items.length === 0 ? (
            <EmptyState
              isSmall
              title={q ? '没有找到这样的项目' : '本单位还没有这一级别的项目'}
              hint={q ? '可以只输入名称中的一两个字' : '第一次举办的项目请用“申报新项目”'}
            />
          ) : (
            <Table<UnitProjectRow>
              className="list-table"
              size="small"
              rowKey="id"
              loading={projects.loading}
              dataSource={projects.data?.items ?? []}
              pagination={{
                current: page,
                pageSize: PAGE,
                total: projects.data?.total ?? 0,
                hideOnSinglePage: true,
                showSizeChanger: false,
                onChange: setPage,
              }}
              onRow={(row) => ({ onClick: () => setProject(row) })}
              rowSelection={{
                type: 'radio',
                selectedRowKeys: project ? [project.id] : [],
                onChange: (_, [row]) => setProject(row ?? null),
                getCheckboxProps: (row) => ({ 'aria-label': `选择${row.name}` }),
              }}
              columns={[
                {
                  title: '项目名称',
                  key: 'name',
                  render: (_, row) => (
                    <>
                      <div className="cell-main">{row.name}</div>
                      <div className="cell-sub mono">{row.number}</div>
                    </>
                  ),
                },
                { title: '年份', dataIndex: 'year', width: 64 },
                { title: '负责人', dataIndex: 'leader', width: 88 },
                { title: '学分', key: 'credits', width: 72, render: (_, row) => showCredits(row.credits) },
              ]}
            />
          )}
        </div>
      )}
    </Modal>
  );
}
