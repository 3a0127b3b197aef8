#include "ui/dialogs/expectationdialog.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/forecastbox.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/sidescroll.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace waitline {

ExpectationDialog::ExpectationDialog(Session &session, ProductId product, const QString &title, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("expectationDialog"));
    setWindowTitle(title);
    auto *message = new MessageBar;
    auto *content = new QWidget;
    auto *box = new ForecastBox(session);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 12, 0);
    inner->addWidget(box);
    inner->addStretch();
    QPushButton *close = pushButton(tr("Close"), {});
    close->setObjectName(QStringLiteral("closeExpectation"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(message);
    auto *card = new Card; // as the box stands on the pages
    card->body()->addWidget(sideScroll(content, tr("What is expected")));
    column->addWidget(card, 1);
    column->addWidget(close, 0, Qt::AlignRight);
    resize(fittingSize(*this, {640, 640}));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(box, &ForecastBox::done, this, [this, message](const QString &sentence, const Inverse &inverse) {
        message->say(MessageBar::Kind::Notice, sentence);
        Q_EMIT done(sentence, inverse);
    });
    connect(box, &ForecastBox::complained, message,
            [message](const QString &sentence) { message->say(MessageBar::Kind::Problem, sentence); });
    box->open(product);
}

} // namespace waitline
