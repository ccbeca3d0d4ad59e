import '../ui/Button.css';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';

export function NotFound() {
  return (
    <>
      <PageTitle title="没有找到这一页" />
      <EmptyState title="地址可能写错了，也可能您无权查看" action={<a className="button button-plain" href="/">回到首页</a>}>
        如果是别人发来的链接，请向对方核对。
      </EmptyState>
    </>
  );
}
