import './workbench.css';

import { type ReactElement, useEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';

import { type Address, type View, addressOf, go, hrefOf, useHref } from './address.js';
import { CoverageView } from './coverage/coverage-view.js';
import { DeskContext, DeskLink, useDesk } from './desk.js';
import { ExplorerView } from './explorer/explorer-view.js';
import { SavedView } from './saved/saved-view.js';
import { StatisticsView } from './statistics/statistics-view.js';
import { SignIn } from './sign-in/sign-in.js';

const views: Readonly<Record<View, () => ReactElement>> = {
  statistics: StatisticsView,
  explore: ExplorerView,
  coverage: CoverageView,
  saved: SavedView,
};

/** The analysts' page: four tools under one address, in two languages. */
function Workbench(): ReactElement {
  const address = addressOf(new URL(useHref()));
  return (
    <DeskContext value={address}>
      <Frame address={address} />
    </DeskContext>
  );
}

function Frame({ address: { view, language } }: { address: Address }): ReactElement {
  const { words } = useDesk();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(view);
  const names = viewNames(useDesk());
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${names[view]}｜${words.workbench}｜${words.city}`;
    if (shown.current !== view) main.current?.querySelector<HTMLElement>('h1')?.focus();
    shown.current = view;
  }, [view, language]);
  const ViewShown = views[view];
  return (
    <>
      <a
        className="skip"
        href="#content"
        onClick={(event) => {
          // What stands behind the # is the question; the link must not take its place.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {words.toContent}
      </a>
      <Header />
      <main id="content" ref={main} tabIndex={-1}>
        <ViewShown key={view} />
      </main>
      <Footer />
    </>
  );
}

const viewNames = ({ words }: ReturnType<typeof useDesk>): Readonly<Record<View, string>> => ({
  statistics: words.viewStatistics,
  explore: words.viewExplore,
  coverage: words.viewCoverage,
  saved: words.viewSaved,
});

function Header(): ReactElement {
  const { words, address } = useDesk();
  const names = viewNames(useDesk());
  return (
    <header>
      <p className="name">
        <a href="/">{words.city}</a>
        <span>{words.workbench}</span>
      </p>
      <div className="corner">
        <LanguageSwitch />
        <SignIn />
      </div>
      <nav aria-label={words.views}>
        <ul>
          {Object.entries(names).map(([view, name]) => (
            <li key={view}>
              <DeskLink
                // The names of the table of views.
                goal={{ view: view as View }}
                aria-current={view === address.view ? 'page' : undefined}
              >
                {name}
              </DeskLink>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

function LanguageSwitch(): ReactElement {
  const { words, address } = useDesk();
  const other = address.language === 'ja' ? 'en' : 'ja';
  const href = hrefOf(address, other);
  return (
    <a
      href={href}
      lang={other}
      hrefLang={other}
      onClick={(event) => {
        event.preventDefault();
        go(href, true);
      }}
    >
      {words.otherLanguage}
    </a>
  );
}

function Footer(): ReactElement {
  const { words } = useDesk();
  return (
    <footer>
      <p>{words.nothingLeaves}</p>
      <p>{words.noteSample}</p>
      <ul>
        <li>
          <a href="/">{words.toSearch}</a>
        </li>
        <li>
          <a href="/words">{words.toWords}</a>
        </li>
        <li>
          <a href="/graphiql">{words.toGraphiql}</a>
        </li>
      </ul>
    </footer>
  );
}

const root = document.querySelector('#workbench');
if (root) createRoot(root).render(<Workbench />);
