import { codesOf, NOTICE_KINDS, type NoticeKind } from '@common/terms';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Card } from '@/components/card/card';
import { Chips } from '@/components/chips/chips';
import { ListRow } from '@/components/list-row/listRow';
import { Page } from '@/components/page/page';
import { SearchBox } from '@/components/search-box/searchBox';
import { useDebounced } from '@/hooks/useDebounced';
import { open } from '@/services/navigate';
import { ReaderGate } from '../parts/readerGate';
import { NoticeList } from './noticeList';
import { NoticeNews } from './noticeNews';
import './index.scss';

const TABS = codesOf(NOTICE_KINDS).map((value) => ({ value, label: NOTICE_KINDS[value] }));

/** 通知与帮助 (manual 004, 漯继医委): 通知, 常见问题, 学分审核标准. Open to everybody; `kind=faq` opens the questions. */
export default function NoticesPage() {
  const { params } = useRouter();
  const [kind, setKind] = useState<NoticeKind>(params.kind === 'faq' ? 'faq' : 'notice');
  const [typed, setTyped] = useState('');
  const words = useDebounced(typed.trim());
  return (
    <Page className="notices">
      <ReaderGate>
        {(regionCode) => (
          <>
            <SearchBox
              id="notices-q"
              value={typed}
              onChange={setTyped}
              label="搜索通知与常见问题"
              placeholder={kind === 'faq' ? '搜索问题，如“学分”' : '搜索通知'}
            />
            <Chips options={TABS} value={kind} onChange={setKind} />
            <Card className="notices__standards">
              <ListRow
                id="go-standards"
                icon="certificate"
                title="学分审核标准"
                detail="论文、科研、进修等可得多少学分"
                onPress={() => open('standards')}
              />
            </Card>
            {kind === 'notice' && regionCode === null ? <NoticeNews /> : null}
            <NoticeList kind={kind} words={words} regionCode={regionCode} onEverything={() => setTyped('')} />
          </>
        )}
      </ReaderGate>
    </Page>
  );
}
