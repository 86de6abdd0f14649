const { setup } = require('@sa11y/jest');

setup();

// jsdom lays nothing out.
Element.prototype.scrollIntoView = () => undefined;

// Whatever state a test leaves a component in is judged; axe-core waits for real timers.
afterEach(async () => {
    jest.useRealTimers();
    if (document.body.childElementCount > 0) {
        await expect(document.body).toBeAccessible();
    }
});

afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
});
