import { escapeHtml } from '../domain/html.ts';
import type { Reply } from '../http/exchange.ts';

/** A page for a person. @param content HTML, with everything in it that came from outside escaped */
export const page = (status: number, title: string, content: string): Reply => ({
    status,
    headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'",
        'cache-control': 'no-store'
    },
    body: Buffer.from(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; background: #f3f6f6; color: #17313b; margin: 0; }
main { max-width: 44rem; margin: 6vh auto; background: #fff; padding: 2rem; border-radius: 8px; box-shadow: 0 1px 6px #0003; }
h1 { font-size: 1.25rem; margin-top: 0; }
label, select { display: block; width: 100%; box-sizing: border-box; }
select { font: inherit; padding: .4rem; margin: .25rem 0 1rem; }
button { font: inherit; padding: .5rem 1.25rem; border-radius: 4px; border: 1px solid #17313b; background: #fff; cursor: pointer; }
button[value="allow"] { background: #17494d; color: #fff; }
dl { display: grid; grid-template-columns: 10rem 1fr; gap: .25rem; }
dd { margin: 0; }
article { border-top: 1px solid #d8dcde; padding: 1rem 0; overflow-wrap: anywhere; }
img { max-width: 100%; }
.internal { background: #fff7ed; }
</style>
</head>
<body><main>${content}</main></body>
</html>
`)
});
