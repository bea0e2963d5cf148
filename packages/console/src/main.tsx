// The console starts here.

import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-code-pro/wght.css';
import './look/tokens.css';
import './look/han-marks.css';
import './look/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepReturned } from './api/returned.ts';
import { beginPage } from './app/begin.ts';
import { watchConnection } from './app/connection.ts';
import { keepForOffline } from './app/offline.ts';
import { queryClient } from './app/queries.ts';
import { routerFor } from './app/routes.tsx';
import { Behaviour } from './look/mantine.tsx';
import { Toasts } from './look/toasts.tsx';
import { catalogueOf, languageHere } from './words/language.ts';
import { Words } from './words/words.tsx';

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no place for the console');
keepReturned();
const queries = queryClient();
const router = routerFor(queries);
beginPage(router, queries);
void catalogueOf(languageHere());
watchConnection(queries);
keepForOffline();

createRoot(place).render(
  <StrictMode>
    <Behaviour>
      <Words>
        <QueryClientProvider client={queries}>
          <Toasts>
            <RouterProvider router={router} />
          </Toasts>
        </QueryClientProvider>
      </Words>
    </Behaviour>
  </StrictMode>,
);
