import { Button, Collapse, InputNumber, Pagination } from 'antd';
import { useState } from 'react';
import { client } from '../../../../api/session';
import { Guarded } from '../../../../components/guarded';
import { Loaded } from '../../../../components/loaded';
import { EmptyState } from '../../../../components/states';
import { StatusTag } from '../../../../components/statusTag';
import { showDateTime } from '../../../../format';
import { useAction } from '../../../../hooks/useAction';
import { useLoad } from '../../../../hooks/useLoad';
import { Answers } from './answers';
import { RunningCheck } from './runningCheck';

/** Answers are followed this closely. */
const EVERY_MS = 2000;
const PAGE_SIZE = 10;
/** As the contract has it. */
const MOST = 100;

/** Starts a 点名, follows the one that runs, and lists those before it. */
export function SpotChecks({ activityId }: { activityId: string }) {
  const [page, setPage] = useState(1);
  const [persons, setPersons] = useState<number | null>(10);
  const list = useLoad(
    () => client.presence.listSpotChecks({ activityId, page, pageSize: PAGE_SIZE }),
    [activityId, page],
    { everyMs: EVERY_MS },
  );
  const start = useAction(async () => {
    await client.presence.startSpotCheck({ activityId, persons: persons ?? 1 });
    setPage(1);
    list.reload();
  });
  return (
    <Loaded load={list}>
      {({ items, total }) => {
        const running = items.find(({ isOver }) => !isOver);
        const past = items.filter(({ isOver }) => isOver);
        return (
          <div className="spot-checks">
            {list.error && <p className="spot-checks__stale">网络不稳定，正在重新连接…</p>}
            {running ? (
              <RunningCheck key={running.id} check={running} />
            ) : (
              <>
                <p className="soft">
                  从现在在场的学员中随机抽取，请他们在一分钟内用手机确认。没有应答的，授分时会提示。
                </p>
                <div className="spot-checks__start">
                  <InputNumber<number>
                    aria-label="抽取人数"
                    min={1}
                    max={MOST}
                    precision={0}
                    value={persons}
                    prefix="抽取"
                    suffix="人"
                    onChange={setPersons}
                  />
                  <Guarded permission="holdActivities">
                    <Button
                      type="primary"
                      disabled={persons === null}
                      loading={start.busy}
                      onClick={() => start.run()}
                    >
                      开始点名
                    </Button>
                  </Guarded>
                </div>
              </>
            )}
            {total === 0 && (
              <EmptyState
                isSmall
                icon="users"
                title="还没有点过名"
                hint="点名后，谁应答、谁没有应答都记录在这里"
              />
            )}
            {past.length > 0 && (
              <Collapse
                ghost
                items={past.map((check) => ({
                  key: check.id,
                  label: `${showDateTime(check.startedAt)}，${check.startedBy}抽取${check.asked}人`,
                  extra:
                    check.confirmed === check.asked ? (
                      <StatusTag tone="done">全部应答</StatusTag>
                    ) : (
                      <StatusTag tone="waiting">{`${check.asked - check.confirmed}人未应答`}</StatusTag>
                    ),
                  children: <Answers people={check.people} isOver />,
                }))}
              />
            )}
            <Pagination
              hideOnSinglePage
              size="small"
              current={page}
              pageSize={PAGE_SIZE}
              total={total}
              onChange={setPage}
            />
          </div>
        );
      }}
    </Loaded>
  );
}
