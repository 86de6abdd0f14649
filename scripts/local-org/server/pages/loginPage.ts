import type { OrgUser } from '../orgClient.ts';
import { escapeHtml } from './markup.ts';

/** The login page: one button per user instead of a password. */
export function loginPage(users: readonly OrgUser[], startUrl: string): string {
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Login | Salesforce</title>
<link rel="icon" href="/_styles/favicon.svg">
<link rel="stylesheet" href="/_slds/styles/salesforce-lightning-design-system.min.css">
<link rel="stylesheet" href="/_styles/login.css">
</head>
<body>
<main>
<img class="logo" src="/_slds/images/logo-noname.svg" alt="Salesforce">
<form method="post" action="/login" class="slds-box slds-theme_default">
<h1 class="slds-text-heading_small slds-m-bottom_small">Log in as</h1>
<input type="hidden" name="startURL" value="${escapeHtml(startUrl)}">
${users.map(userButton).join('\n')}
</form>
</main>
</body>
</html>`;
}

function userButton({ id, name, username, profileName, title }: OrgUser): string {
    const role = [title, profileName].filter(Boolean).join(' • ');
    return `<button type="submit" name="userId" value="${escapeHtml(id)}" class="user">
<span class="name">${escapeHtml(name)}</span>
<span class="detail">${escapeHtml(username)}</span>
<span class="detail">${escapeHtml(role)}</span>
</button>`;
}
